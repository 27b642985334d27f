package org.nowrongdoor.storage.postgres;

/** Why the embedded database will not start, said so that the operator can act on it. */
public final class DatabaseStartException extends RuntimeException {

    DatabaseStartException(String message) {
        super(message);
    }

    DatabaseStartException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
