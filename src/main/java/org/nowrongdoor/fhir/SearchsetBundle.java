package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of a search as a bundle.
 *  @param base of all our FHIR addresses, with a slash at its end; empty where it is not known
 *  @param total how many match on all pages
 *  @param next where the next page begins; null when this is the last
 *  @see "HL7 FHIR R4, Bundle, searchset" */
record SearchsetBundle(
        Optional<URI> base,
        String type,
        FhirQuery asked,
        long total,
        List<ObjectNode> entries,
        @Nullable String next) {

    ObjectNode bundle() {
        var bundle = FhirJsonBuilder.object().put("resourceType", "Bundle").put("type", "searchset");
        bundle.put("total", total);
        FhirJsonBuilder.add(bundle, "link", link("self", asked.values()));
        if (next != null) {
            var more = asked.values();
            more.put("_after", next);
            FhirJsonBuilder.add(bundle, "link", link("next", more));
        }
        entries.forEach(entry -> FhirJsonBuilder.add(bundle, "entry", entry));
        return bundle;
    }

    /** A resource as a search found it. Every entry must have a full URL, and a path is none: where our own address is
     *  not known, it is the id as a URN (decision A-Urn-Where-No-Base-Is-Set). */
    static ObjectNode entry(Optional<URI> base, ObjectNode resource) {
        var entry = FhirJsonBuilder.object();
        var id = resource.path("id").asText();
        var type = resource.path("resourceType").asText();
        entry.put(
                "fullUrl",
                base.map(known -> known.resolve(type + "/" + id).toString()).orElse("urn:uuid:" + id));
        entry.set("resource", resource);
        entry.putObject("search").put("mode", "match");
        return entry;
    }

    private ObjectNode link(String relation, Map<String, String> values) {
        var query = values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return FhirJsonBuilder.object()
                .put("relation", relation)
                .put(
                        "url",
                        base.map(known -> known.resolve(type).toString()).orElse("/fhir/" + type)
                                + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
