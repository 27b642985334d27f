package org.nowrongdoor.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a caller gets instead of an answer.
 *  @param type a path that explains the kind
 *  @param detail field, value, bound and remedy
 *  @param errors every fault found, not the first alone
 *  @param more what a kind adds, such as the legal moves of a referral
 *  @see "RFC 9457" */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonAnyGetter Map<String, Object> more) {

    /** Sorted, because the order of an immutable map differs from one JVM to the next. */
    public Problem {
        more = Collections.unmodifiableMap(new TreeMap<>(more));
    }

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a kind. */
    public static Problem of(ProblemKind kind, String detail, List<Fault> errors) {
        return new Problem("/problems/" + kind.slug(), kind.title, kind.status, detail, errors, Map.of());
    }
}
