package org.nowrongdoor.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nowrongdoor.http.server.MediaTypes;

/** What an endpoint can answer with, the usual type first; a test holds it against the endpoints.
 *  @see "RFC 9110, 12.5.1" */
final class OfferedMediaTypes {

    private static final List<String> JSON = List.of(MediaTypes.JSON);
    private static final List<String> JSON_OR_LINES = List.of(MediaTypes.JSON, MediaTypes.NDJSON);
    private static final List<String> JSON_OR_PAGE = List.of(MediaTypes.JSON, "text/html");
    private static final List<String> JSON_OR_CSV = List.of(MediaTypes.JSON, "text/csv");
    private static final List<String> PAGE = List.of("text/html");
    private static final List<String> FHIR = List.of("application/fhir+json", MediaTypes.JSON);
    private static final List<String> SEARCH =
            List.of(MediaTypes.JSON, "text/plain", "text/csv", "application/geo+json", MediaTypes.NDJSON);

    private static final Set<String> LISTS =
            Set.of("/services", "/organizations", "/service_at_locations", "/taxonomies", "/taxonomy_terms", "/audit");
    private static final Set<String> PAGES_TOO = Set.of("/answer/{token}", "/provider/{token}/statement");
    private static final Pattern PROBLEMS = Pattern.compile("/problems(?:/\\{slug\\})?");

    private OfferedMediaTypes() {}

    /** The media types of an endpoint, without parameters. */
    static List<String> of(EndpointRule rule) {
        var path = rule.path();
        if (path.equals("/search")) {
            return SEARCH;
        } else if (LISTS.contains(path)) {
            return JSON_OR_LINES;
        } else if (path.startsWith("/fhir/")) {
            return FHIR;
        } else if (path.equals("/provider/{token}/page")) {
            return PAGE;
        } else if (path.equals("/imports/{id}/faults")) {
            return JSON_OR_CSV;
        }
        var isPageToo = PAGES_TOO.contains(path) && !rule.method().equals("PUT");
        return isPageToo || PROBLEMS.matcher(path).matches() ? JSON_OR_PAGE : JSON;
    }
}
