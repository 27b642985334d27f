package org.nowrongdoor.problem;

import java.util.Arrays;
import java.util.Optional;
import org.nowrongdoor.text.WireName;

/** The ways in which we say no. Each has a page under {@code /problems/} that explains it. */
public enum ProblemKind {
    INVALID_PARAMETER(
            400, "A parameter is not valid", "Correct the parameter that is named; the bounds stand in the detail."),
    INVALID_BODY(
            400,
            "The body is not valid",
            "Correct the places that are named; each is a pointer into the body that was sent."),
    UNKNOWN_FIELD(
            400,
            "A name is not known here",
            "Correct the spelling or leave the name out. A name that is not known is refused, because an answer that ignores it would look like one that heeds it."),
    CLIENT_DETAILS_IN_URL(
            400,
            "Details about a person do not belong in a URL",
            "Send them in the body of a POST. URLs are kept by browsers, proxies and servers on the way; bodies are not."),
    MALFORMED_REQUEST(
            400,
            "The request is not valid HTTP",
            "Correct what is named and send it over a new connection: this one is closed, because the next request on it could begin anywhere."),
    UNAUTHORIZED(
            401,
            "A valid key is needed",
            "Send the header \"Authorization: Bearer nwd_…\" with a key that is neither expired nor revoked."),
    FORBIDDEN(403, "The key may not do this", "Use a key that has the scope named in the detail."),
    NOT_FOUND(
            404,
            "There is no such record",
            "Check the address and the id. A record that the key may not see answers in the same way as one that is not there."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here", "Use one of the methods named in the header Allow."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted media types is available",
            "Ask for application/json, or for one of the types that the description of the endpoint names."),
    REQUEST_TIMEOUT(408, "The request took too long to arrive", "Send it again, whole and without pauses."),
    CONFLICT(409, "The request conflicts with what is stored", "Read the record again and repeat the change on it."),
    ILLEGAL_TRANSITION(409, "The referral cannot move there", "Move to one of the states that are named."),
    NOT_ELIGIBLE(
            409,
            "A hard rule of the service is not met",
            "Choose one of the alternatives, or say in override.reason why the referral is made all the same."),
    NOT_REFERABLE(
            409,
            "Nobody can be referred there",
            "Choose another service; the detail says why not this one, and successors are named where there are any."),
    TOO_MANY_WAITING(
            409,
            "Too many referrals wait there already",
            "Wait for an answer to those, or choose another service. Groups of volunteers are never sent many at once."),
    IDEMPOTENCY_KEY_REUSED(
            409,
            "The idempotency key was used for something else",
            "Use a new key for a new referral; the same key only repeats the same request within 24 hours."),
    ALREADY_DECIDED(
            409, "The request was answered already", "Nothing is left to do; the answer that was given first stands."),
    LINK_EXPIRED(410, "The link has expired", "Ask whoever sent it for a new one; links stay open until respond_by."),
    CURSOR_UNKNOWN(
            410,
            "The place in the change feed is not known here",
            "Begin again: take GET /changes?after=now, read the lists anew (or read the feed from after=0), and follow the feed from there. A cursor is worth nothing to another server, nor after this one was set back to a backup: what changed in between would be missed."),
    PRECONDITION_FAILED(
            412,
            "The record has changed since it was read",
            "Read it again, repeat the change on it and send its new ETag in If-Match."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "Send less at once; large files go to POST /imports."),
    URI_TOO_LONG(414, "The URL is too long", "Send the parameters in the body of the POST twin of the endpoint."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The media type is not supported", "Say what the body is in Content-Type; application/json mostly."),
    UNPROCESSABLE(422, "The record is not valid", "Correct the places that are named."),
    DISCLOSURES_NOT_ACKNOWLEDGED(
            422,
            "Disclosures have not been acknowledged",
            "Tell the person what is listed, then name every code in acknowledged."),
    CLIENT_EMPTY(
            422,
            "Nothing is said of the client",
            "Leave client out where nothing was said. If something was, the program that sent this has lost it: what a person said of herself decides whether she can go there."),
    CONSENT_REQUIRED(
            422,
            "Details about a person need consent",
            "Send consent with the person's details, or leave the details out."),
    PRECONDITION_REQUIRED(428, "If-Match is needed", "Read the record and send its ETag in If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as many seconds as Retry-After says."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INTERNAL_ERROR(
            500, "Something went wrong on our side", "Try again; if it stays, tell the operator when it happened."),
    UNAVAILABLE(503, "The service is not available right now", "Wait as many seconds as Retry-After says."),
    IMPORT_IN_PROGRESS(
            503,
            "An import holds the record",
            "Wait as many seconds as Retry-After says and send the request again: an import holds a record for about a second."),
    TOO_COSTLY(
            503,
            "The question takes too long to answer",
            "Ask for less at once: fewer words, needs, filters or facets, or a smaller page. If the question is a simple one,"
                    + " the server has much to do: wait as many seconds as Retry-After says."),
    INSUFFICIENT_STORAGE(
            507, "There is no room for this file", "Send it later or in parts; the operator can make room.");

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
