package org.earpiece.dissect.voip.mgcp;

import org.jspecify.annotations.Nullable;

/** What response codes mean (RFC 3435 section 2.4). */
final class MgcpCodes {
  private MgcpCodes() {}

  static @Nullable String name(long code) {
    return switch ((int) code) {
      case 0 -> "Response Acknowledgement";
      case 100 -> "The transaction is being executed";
      case 101 -> "The transaction has been queued";
      case 200 -> "The transaction was executed normally";
      case 250 -> "The connection was deleted";
      case 400 -> "Transient error";
      case 401 -> "The phone is already off hook";
      case 402 -> "The phone is already on hook";
      case 403 -> "The endpoint has not enough resources at this time";
      case 404 -> "Insufficient bandwidth at this time";
      case 405 -> "The endpoint is restarting";
      case 406 -> "Transaction time-out";
      case 407 -> "Aborted by an external action";
      case 409 -> "Internal overload";
      case 410 -> "No endpoint available";
      case 500 -> "The endpoint is unknown";
      case 501 -> "The endpoint is not ready, or out of service";
      case 502 -> "The endpoint has not sufficient resources";
      case 503 -> "\"All of\" wildcard too complicated";
      case 504 -> "Unknown or unsupported command";
      case 505 -> "Unsupported RemoteConnectionDescriptor";
      case 506 -> "LocalConnectionOptions and RemoteConnectionDescriptor cannot both be satisfied";
      case 507 -> "Unsupported functionality";
      case 508 -> "Unknown or unsupported quarantine handling";
      case 509 -> "Error in RemoteConnectionDescriptor";
      case 510 -> "Protocol error";
      case 511 -> "Unrecognized extension";
      case 512 -> "The gateway cannot detect one of the requested events";
      case 513 -> "The gateway cannot generate one of the requested signals";
      case 514 -> "The gateway cannot send the specified announcement";
      case 515 -> "Incorrect connection-id";
      case 516 -> "Unknown or incorrect call-id";
      case 517 -> "Unsupported or invalid mode";
      case 518 -> "Unsupported or unknown package";
      case 519 -> "The endpoint has no digit map";
      case 520 -> "The endpoint is restarting";
      case 521 -> "The endpoint is redirected to another call agent";
      case 522 -> "No such event or signal";
      case 523 -> "Unknown action, or illegal combination of actions";
      case 524 -> "Internal inconsistency in LocalConnectionOptions";
      case 525 -> "Unknown extension in LocalConnectionOptions";
      case 526 -> "Insufficient bandwidth";
      case 527 -> "Missing RemoteConnectionDescriptor";
      case 528 -> "Incompatible protocol version";
      case 529 -> "Internal hardware failure";
      case 530 -> "CAS signaling protocol error";
      case 531 -> "Failure of a grouping of trunks";
      case 532 -> "Unsupported value in LocalConnectionOptions";
      case 533 -> "Response too large";
      case 534 -> "Codec negotiation failure";
      case 535 -> "Packetization period not supported";
      case 536 -> "Unknown or unsupported RestartMethod";
      case 537 -> "Unknown or unsupported digit map extension";
      case 538 -> "Event or signal parameter error";
      case 539 -> "Invalid or unsupported command parameter";
      case 540 -> "Per-endpoint connection limit exceeded";
      case 541 -> "Invalid or unsupported LocalConnectionOptions";
      default -> null;
    };
  }
}
