package org.nowrongdoor.referral.webhook;

/** A URL that must not be called. */
final class RefusedTargetException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message the end of "url must be …" */
    RefusedTargetException(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
