package org.nowrongdoor.problem;

import java.util.List;

/** What a body must be, by endpoint; a test holds it against the OpenAPI.
 *  @see "RFC 5789, Accept-Patch" */
final class TakenMediaTypes {

    private static final List<String> IMPORT =
            List.of("application/json", "application/x-ndjson", "multipart/form-data");
    private static final List<String> FORM = List.of("application/x-www-form-urlencoded");

    private TakenMediaTypes() {}

    /** The media types that an endpoint takes.
     *  @param path as it was sent, beginning with a slash */
    static List<String> of(String method, String path) {
        if (method.equals("PATCH")) {
            return List.of("application/merge-patch+json");
        } else if (path.startsWith("/imports")) {
            return IMPORT;
        }
        var isForm = path.startsWith("/fhir/")
                || path.endsWith("/page")
                || (path.endsWith("/statement") && method.equals("POST"));
        return isForm ? FORM : List.of("application/json");
    }
}
