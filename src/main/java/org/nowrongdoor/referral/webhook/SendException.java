package org.nowrongdoor.referral.webhook;

/** An attempt that brought no answer. */
final class SendException extends Exception {

    private static final long serialVersionUID = 1L;

    SendException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
