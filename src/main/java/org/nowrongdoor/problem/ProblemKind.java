package org.nowrongdoor.problem;

import java.util.Locale;

/** The ways in which we say no. Each has a page under {@code /problems/} that explains it. */
public enum ProblemKind {
    INVALID_PARAMETER(400, "A parameter is not valid"),
    INVALID_BODY(400, "The body is not valid"),
    UNKNOWN_FIELD(400, "A name is not known here"),
    CLIENT_DETAILS_IN_URL(400, "Details about a person do not belong in a URL"),
    UNAUTHORIZED(401, "A valid key is needed"),
    FORBIDDEN(403, "The key may not do this"),
    NOT_FOUND(404, "There is no such record"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is available"),
    CONFLICT(409, "The request conflicts with what is stored"),
    ILLEGAL_TRANSITION(409, "The referral cannot move there"),
    NOT_ELIGIBLE(409, "A hard rule of the service is not met"),
    PRECONDITION_FAILED(412, "The record has changed since it was read"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    UNPROCESSABLE(422, "The record is not valid"),
    DISCLOSURES_NOT_ACKNOWLEDGED(422, "Disclosures have not been acknowledged"),
    CONSENT_REQUIRED(422, "Details about a person need consent"),
    PRECONDITION_REQUIRED(428, "If-Match is needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "The service is not available right now");

    public final int status;
    public final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The name in a {@code type}: {@code not-found} for NOT_FOUND. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
