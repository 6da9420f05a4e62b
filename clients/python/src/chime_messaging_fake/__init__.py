"""A client of the control API of chime-messaging-fake, a fake of Amazon Chime SDK messaging for tests.

>>> with ChimeFake.start(jar="chime-messaging-fake-standalone.jar") as chime:
...     chime.faults.on(SEND_CHANNEL_MESSAGE).by("bob").nth_call(3).fail(UNAUTHORIZED_CLIENT)
"""

from . import effects as effects
from . import events as events
from ._actors import Actor as Actor
from ._actors import ActorError as ActorError
from ._control import ChimeFakeError as ChimeFakeError
from ._control import Duration as Duration
from ._events import EventCause as EventCause
from ._events import Events as Events
from ._events import MessagingEvent as MessagingEvent
from ._fake import ChimeFake as ChimeFake
from ._faults import Faults as Faults
from ._faults import FaultSelection as FaultSelection
from ._faults import MemberFaultSelection as MemberFaultSelection
from ._journal import AppliedFault as AppliedFault
from ._journal import ErrorResponse as ErrorResponse
from ._journal import Journal as Journal
from ._journal import RecordedAttempt as RecordedAttempt
from ._journal import RecordedCall as RecordedCall
from ._journal import RecordedWork as RecordedWork
from ._limits import Consistency as Consistency
from ._limits import Rates as Rates
from ._limits import RateSelection as RateSelection
from ._limits import ReadSelection as ReadSelection
from ._permissions import AttachedPolicy as AttachedPolicy
from ._permissions import CallerPermissionSelection as CallerPermissionSelection
from ._permissions import Permissions as Permissions
from ._permissions import PermissionSelection as PermissionSelection
from ._resources import CallerCredentials as CallerCredentials
from ._resources import ChimeAppInstance as ChimeAppInstance
from ._resources import ChimeCaller as ChimeCaller
from ._resources import ChimeChannel as ChimeChannel
from ._resources import ChimeMessage as ChimeMessage
from ._resources import ChimeUser as ChimeUser
from ._resources import UserLike as UserLike
from ._sentences import Registration as Registration
from ._sessions import DeliveredEvent as DeliveredEvent
from ._sessions import OpenSession as OpenSession
from ._sessions import RecordedSession as RecordedSession
from ._sessions import Sessions as Sessions
from ._settings import ChimeClock as ChimeClock
from ._settings import Credentials as Credentials
from ._settings import Directory as Directory
from ._settings import FlowProcessor as FlowProcessor
from ._settings import Flows as Flows
from ._settings import LeastPrivilege as LeastPrivilege
from ._settings import PermissionRecording as PermissionRecording
from ._settings import Quotas as Quotas
from ._settings import Roles as Roles
from ._settings import Snapshot as Snapshot
from ._settings import Snapshots as Snapshots
from ._settings import StateChange as StateChange
from ._settings import StateDifference as StateDifference
from ._settings import UsedPermissions as UsedPermissions
from ._sockets import ConnectFaultSelection as ConnectFaultSelection
from ._sockets import ConnectPermissionSelection as ConnectPermissionSelection
from ._sockets import EventFaultSelection as EventFaultSelection
from ._sockets import HeldEvents as HeldEvents
from ._streams import StreamDelivery as StreamDelivery
from ._streams import Streams as Streams
from .constants import *  # noqa: F403
