package org.nowrongdoor.problem;

import java.util.Arrays;
import java.util.Optional;
import org.nowrongdoor.text.WireName;

/** The ways in which we say no. Each has a page under {@code /problems/} that explains it. */
public enum ProblemKind {
    INVALID_PARAMETER(
            400, "A parameter is not valid", "Correct the parameter that is named. The detail gives its bounds."),
    INVALID_BODY(
            400,
            "The body is not valid",
            "Correct the places that are named. Each is a pointer into the body that you sent."),
    UNKNOWN_FIELD(
            400,
            "A name is not known here",
            "Correct the spelling or leave the name out. A name that we do not know is refused."
                    + " If we ignored it, the answer would look as if we had used it."),
    CLIENT_DETAILS_IN_URL(
            400,
            "Details about a person do not belong in a URL",
            "Send them in the body of a POST. Browsers, proxies and servers keep URLs. They do not keep bodies."),
    MALFORMED_REQUEST(
            400,
            "The request is not valid HTTP",
            "Correct what is named. Send it over a new connection, because this one is closed."),
    UNAUTHORIZED(
            401,
            "A valid key is needed",
            "Send the header \"Authorization: Bearer nwd_…\" with a valid key. An expired or revoked key does"
                    + " not work."),
    FORBIDDEN(403, "The key may not do this", "Use a key that has the scope named in the detail."),
    NOT_FOUND(
            404,
            "There is no such record",
            "Check the address and the id. A record that your key may not see gets the same answer."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here", "Use one of the methods in the header Allow."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted media types is available",
            "Ask for application/json. Or ask for another type that the endpoint offers."),
    REQUEST_TIMEOUT(408, "The request took too long to arrive", "Send it again, whole and without pauses."),
    CONFLICT(409, "The request conflicts with what is stored", "Read the record again and repeat the change on it."),
    ILLEGAL_TRANSITION(409, "The referral cannot move there", "Move to one of the states that are named."),
    NOT_ELIGIBLE(
            409,
            "A hard rule of the service is not met",
            "Choose one of the alternatives. Or say in override.reason why you refer all the same."),
    NOT_REFERABLE(
            409,
            "No one can be referred there",
            "Choose another service. The detail says why. Services that took its place are in successors."),
    TOO_MANY_WAITING(
            409,
            "Too many referrals wait there already",
            "Wait for an answer to those, or choose another service. Groups of volunteers never get many at once."),
    IDEMPOTENCY_KEY_REUSED(
            409,
            "The idempotency key was used for something else",
            "Use a new key for a new referral. For 24 hours the same key only repeats the same request."),
    ALREADY_DECIDED(409, "The request was answered already", "There is nothing to do. The first answer stands."),
    LINK_EXPIRED(410, "The link has expired", "Ask the sender for a new one. Links stay open until respond_by."),
    CURSOR_UNKNOWN(
            410,
            "The place in the change feed is not known here",
            "Begin again. Call GET /changes?after=now, read the lists, and follow the feed from there."
                    + " Or read the feed from after=0. A cursor is good for one server only."
                    + " It ends when that server goes back to a backup."),
    PRECONDITION_FAILED(
            412,
            "The record has changed since it was read",
            "Read it again. Repeat the change on it and send its new ETag in If-Match."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "Send less at once. Send large files to POST /imports."),
    URI_TOO_LONG(414, "The URL is too long", "Send the parameters in the body of the POST twin of the endpoint."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type is not supported",
            "Say in Content-Type what the body is. Most endpoints take application/json."),
    UNPROCESSABLE(422, "The record is not valid", "Correct the places that are named."),
    DISCLOSURES_NOT_ACKNOWLEDGED(
            422,
            "Disclosures have not been acknowledged",
            "Tell the person what is listed, then name every code in acknowledged."),
    CLIENT_EMPTY(
            422,
            "The client is empty",
            "If the person said nothing, leave client out. If they did, your program has lost it."
                    + " What they said decides whether they can go there."),
    CONSENT_REQUIRED(
            422,
            "Details about a person need consent",
            "Send consent with the person's details, or leave the details out."),
    PRECONDITION_REQUIRED(428, "If-Match is needed", "Read the record and send its ETag in If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as many seconds as Retry-After says."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INTERNAL_ERROR(
            500, "Something went wrong on our side", "Try again. If it stays, tell the operator when it happened."),
    UNAVAILABLE(503, "The service is not available right now", "Wait as many seconds as Retry-After says."),
    IMPORT_IN_PROGRESS(
            503,
            "An import holds the record",
            "Wait as many seconds as Retry-After says. Then send the request again."
                    + " An import holds a record for about a second."),
    TOO_COSTLY(
            503,
            "The question takes too long to answer",
            "Ask for less at once: fewer words, needs, filters or facets, or a smaller page."
                    + " If you ask for little, the server is busy. Then wait as many seconds as Retry-After says."),
    INSUFFICIENT_STORAGE(
            507, "There is no room for this file", "Send it later or in parts. The operator can make room.");

    public final int status;
    public final String title;

    /** What the caller can do about it. */
    public final String remedy;

    ProblemKind(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** The name in a {@code type}: {@code not-found} for NOT_FOUND. */
    public String slug() {
        return WireName.kebabCase(this);
    }

    /** The kind that a {@code type} names. */
    public static Optional<ProblemKind> findBySlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The first kind that has a status. */
    public static Optional<ProblemKind> findByStatus(int status) {
        return Arrays.stream(values()).filter(kind -> kind.status == status).findFirst();
    }
}
