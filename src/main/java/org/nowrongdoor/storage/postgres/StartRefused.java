package org.nowrongdoor.storage.postgres;

/** Why the embedded database will not start, said so that the operator can act on it. */
public final class StartRefused extends RuntimeException {

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
