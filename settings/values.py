"""What can be set, with what each value may be. The descriptions are Vietnamese: they end the sentence
that names a wrong variable, and `docs/run.md` lists them."""

from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Self

from pydantic import AfterValidator, Field, SecretStr, StringConstraints, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Access(StrEnum):
    """How the installation knows who is there."""

    LOCAL = "local"
    OIDC = "oidc"
    PROXY = "proxy"


class LogForm(StrEnum):
    """The form of the log lines."""

    PLAIN = "plain"
    JSON = "json"


class Switch(StrEnum):
    """A setting that is on or off."""

    ON = "on"
    OFF = "off"


_SECRET_LETTERS = 32


def _long_enough(secret: SecretStr) -> SecretStr:
    """Blanks around and blanks in a row make no secret longer."""
    if len(" ".join(secret.get_secret_value().split())) < _SECRET_LETTERS:
        raise ValueError
    return secret


def _said(secret: SecretStr) -> SecretStr:
    if not secret.get_secret_value().strip():
        raise ValueError
    return secret


LongSecret = Annotated[SecretStr, AfterValidator(_long_enough)]
Said = Annotated[str, StringConstraints(pattern=r"\S")]


class Settings(BaseSettings):
    """The settings; an empty variable is an absent one. Secrets never show in `repr`."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, case_sensitive=True, extra="ignore")

    database_url: str | None = Field(
        None,
        validation_alias="DATABASE_URL",
        pattern=r"^(postgres(ql)?(\+psycopg)?|sqlite)://",
        description="địa chỉ PostgreSQL (postgresql://…) hoặc tệp SQLite (sqlite:///…)",
    )
    demo: Switch | None = Field(None, validation_alias="DASHBOARD_DEMO", description="on hoặc off")
    access: Access = Field(
        Access.LOCAL, validation_alias="DASHBOARD_ACCESS", description="local, oidc hoặc proxy"
    )
    anonymous_reading: Switch = Field(
        Switch.OFF, validation_alias="DASHBOARD_ANONYMOUS_READING", description="on hoặc off"
    )
    user: Said | None = Field(
        None,
        validation_alias="DASHBOARD_USER",
        description="tên đăng nhập của người chạy lệnh",
    )
    oidc_metadata_url: str | None = Field(
        None,
        validation_alias="DASHBOARD_OIDC_METADATA_URL",
        pattern=r"^https?://",
        description="địa chỉ …/.well-known/openid-configuration của nơi cấp tài khoản",
    )
    oidc_client_id: Said | None = Field(
        None, validation_alias="DASHBOARD_OIDC_CLIENT_ID", description="mã ứng dụng do nơi cấp tài khoản cho"
    )
    oidc_client_secret: Annotated[SecretStr, AfterValidator(_said)] | None = Field(
        None,
        validation_alias="DASHBOARD_OIDC_CLIENT_SECRET",
        description="khóa bí mật do nơi cấp tài khoản cho",
    )
    oidc_redirect_url: str | None = Field(
        None,
        validation_alias="DASHBOARD_OIDC_REDIRECT_URL",
        pattern=r"^https?://.+/oauth2callback$",
        description="địa chỉ của trang này, kết thúc bằng /oauth2callback",
    )
    oidc_claim: str = Field(
        "email",
        validation_alias="DASHBOARD_OIDC_CLAIM",
        pattern=r"^[A-Za-z_]+$",
        description="tên trường của tài khoản dùng làm tên đăng nhập, ví dụ email",
    )
    cookie_secret: LongSecret | None = Field(
        None,
        validation_alias="DASHBOARD_COOKIE_SECRET",
        description="chuỗi ngẫu nhiên từ 32 ký tự trở lên, không kể khoảng trắng thừa",
    )
    session_hours: int = Field(
        12,
        validation_alias="DASHBOARD_SESSION_HOURS",
        ge=1,
        le=720,
        description="số giờ từ 1 đến 720 mà một lần đăng nhập có giá trị",
    )
    proxy_address: IPv4Network | IPv6Network | None = Field(
        None,
        validation_alias="DASHBOARD_PROXY_ADDRESS",
        description="địa chỉ (hoặc dải địa chỉ) của máy chủ đứng trước, ví dụ 127.0.0.1",
    )
    proxy_secret: LongSecret | None = Field(
        None,
        validation_alias="DASHBOARD_PROXY_SECRET",
        description="chuỗi ngẫu nhiên từ 32 ký tự trở lên, không kể khoảng trắng thừa, trùng với cấu hình của máy chủ đứng trước",
    )
    proxy_user_header: str = Field(
        "X-Dashboard-User",
        validation_alias="DASHBOARD_PROXY_USER_HEADER",
        pattern=r"^[A-Za-z][A-Za-z0-9-]*$",
        description="tên của dòng đầu HTTP mang tên đăng nhập",
    )
    keep_files_days: int | None = Field(
        None,
        validation_alias="DASHBOARD_KEEP_FILES_DAYS",
        ge=1,
        le=36500,
        description="số ngày từ 1 đến 36500 giữ tệp gốc; bỏ trống là giữ mãi",
    )
    contact_months: int = Field(
        12,
        validation_alias="DASHBOARD_CONTACT_MONTHS",
        ge=1,
        le=120,
        description="số tháng từ 1 đến 120 mà sau đó thông tin đầu mối coi là đã cũ",
    )
    log: LogForm = Field(LogForm.PLAIN, validation_alias="DASHBOARD_LOG", description="plain hoặc json")
    report_parent: str = Field(
        "", validation_alias="DASHBOARD_REPORT_PARENT", description="tên cơ quan chủ quản ghi trên báo cáo"
    )
    report_agency: str = Field(
        "", validation_alias="DASHBOARD_REPORT_AGENCY", description="tên cơ quan ban hành báo cáo"
    )
    report_code: str = Field(
        "", validation_alias="DASHBOARD_REPORT_CODE", description="ký hiệu cơ quan sau /BC- trên báo cáo"
    )
    report_place: str = Field(
        "Đà Nẵng", validation_alias="DASHBOARD_REPORT_PLACE", description="địa danh ghi trên báo cáo"
    )
    report_to: str = Field(
        "",
        validation_alias="DASHBOARD_REPORT_TO",
        description="nơi kính gửi của báo cáo, nhiều nơi thì cách nhau bằng dấu chấm phẩy",
    )
    report_recipients: str = Field(
        "",
        validation_alias="DASHBOARD_REPORT_RECIPIENTS",
        description="các nơi nhận báo cáo, cách nhau bằng dấu chấm phẩy",
    )
    report_drafter: str = Field(
        "", validation_alias="DASHBOARD_REPORT_DRAFTER", description="đơn vị soạn thảo, ghi sau Lưu: VT"
    )

    @property
    def wants_demo(self) -> bool:
        """Whether a new database is filled with demo data: on one's own machine unless switched off, on a
        server only when switched on."""
        return (self.demo or (Switch.ON if self.access == Access.LOCAL else Switch.OFF)) == Switch.ON

    @property
    def everybody_reads(self) -> bool:
        """Whether a visitor who has not signed in may read."""
        return self.access == Access.LOCAL or self.anonymous_reading == Switch.ON

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """What one way of signing in needs must all be there."""
        needed = {Access.OIDC: _OIDC, Access.PROXY: _PROXY}.get(self.access, ())
        missing = [name for name in needed if getattr(self, name) is None]
        if missing:
            raise Incomplete(self.access, [variable(name) for name in missing])
        return self


class Incomplete(Exception):
    """A way of signing in lacks variables."""

    def __init__(self, access: Access, variables: list[str]) -> None:
        super().__init__(access, variables)
        self.access, self.variables = access, variables


_OIDC = ("oidc_metadata_url", "oidc_client_id", "oidc_client_secret", "oidc_redirect_url", "cookie_secret")
_PROXY = ("proxy_address", "proxy_secret", "cookie_secret")


def variable(name: str) -> str:
    """The environment variable of a field."""
    return str(Settings.model_fields[name].validation_alias)
