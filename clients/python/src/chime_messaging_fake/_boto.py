"""Clients of boto3 that call the fake, whatever the surroundings say about AWS."""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from typing import Any

from ._control import ChimeFakeError
from ._resources import CallerCredentials

_BEARER = "ChimeBearer"
_ATTEMPTS = 3
_LOCK = threading.Lock()  # Sessions of boto3 are not made for threads; clients are.


def create_client(
    service: str, endpoint: str, region: str, credentials: CallerCredentials, bearer: str | None, retries: bool, config: Any
) -> Any:
    """Returns a client of boto3."""
    try:
        import boto3.session
        import botocore.config
    except ImportError as error:
        raise ChimeFakeError("boto3 is not installed. Install it with: pip install 'chime-messaging-fake[boto3]'") from error
    with _LOCK:
        client = boto3.session.Session(
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token,
            region_name=region,
            botocore_session=_session(),
        ).client(
            service,
            endpoint_url=endpoint,
            config=botocore.config.Config(
                proxies={},
                use_fips_endpoint=False,
                use_dualstack_endpoint=False,
                retries={"mode": "standard", "total_max_attempts": _ATTEMPTS if retries else 1},
            ).merge(config or botocore.config.Config()),
        )
    _retry_without_pauses(client)
    if bearer is not None:
        _speak_for(client, bearer)
    return client


def _session() -> Any:
    import botocore.session

    # Neither a profile nor a configuration file of the surroundings may change the client, or keep it from being created.
    nothing = {
        "profile": (None, None, None, None),
        "config_file": (None, None, os.devnull, None),
        "credentials_file": (None, None, os.devnull, None),
    }
    session = botocore.session.Session(session_vars=nothing)
    session.register_component("data_loader", _loader())
    return session


@lru_cache(maxsize=1)
def _loader() -> Any:
    """Returns the loader of the models of the services, which keeps what it has read."""
    import botocore.loaders

    return botocore.loaders.create_loader()


class _NoPause:
    def delay_amount(self, context: Any) -> float:
        return 0


def _retry_without_pauses(client: Any) -> None:
    """Lets a client of the standard mode retry as it would, but at once, so that tests do not wait."""
    settings = client.meta.config.retries
    if settings.get("mode") != "standard":
        return
    from botocore.retries import quota, standard

    name = _event_name(client)
    tokens = standard.RetryQuotaChecker(quota.RetryQuota())
    conditions = standard.StandardRetryConditions(max_attempts=settings.get("total_max_attempts", _ATTEMPTS))
    handler = standard.RetryHandler(standard.RetryPolicy(conditions, _NoPause()), standard.RetryEventAdapter(), tokens)
    own = f"retry-config-{name}"  # The id under which botocore has registered its handler.
    client.meta.events.unregister(f"needs-retry.{name}", unique_id=own)
    client.meta.events.register(f"needs-retry.{name}", handler.needs_retry, unique_id=own)
    client.meta.events.register(f"after-call.{name}", tokens.release_retry_quota)


def _speak_for(client: Any, bearer: str) -> None:
    def name_bearer(params: dict[str, Any], model: Any, **_: Any) -> None:
        if model.input_shape is not None and _BEARER in model.input_shape.members:
            params.setdefault(_BEARER, bearer)

    client.meta.events.register(f"provide-client-params.{_event_name(client)}", name_bearer)


def _event_name(client: Any) -> str:
    return str(client.meta.service_model.service_id.hyphenize())


def presign_connect(host: str, region: str, credentials: CallerCredentials, parameters: dict[str, str], expires_in: int) -> str:
    """Returns the presigned URL of a messaging session."""
    from botocore.auth import SigV4QueryAuth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    keys = Credentials(credentials.access_key_id, credentials.secret_access_key, credentials.session_token)
    request = AWSRequest("GET", f"http://{host}/connect", params=parameters)
    SigV4QueryAuth(keys, "chime", region, expires=expires_in).add_auth(request)
    return "ws" + str(request.url).removeprefix("http")
