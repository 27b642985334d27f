package org.nowrongdoor.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.LinkResolver;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Gives out resources and bundles. */
@Singleton
class FhirResponses {

    /** The parameters of an endpoint are read by {@link FhirQuery}, which refuses in FHIR's own words what it does not
     *  know. */
    static final String EVERY_NAME = "*";

    private final ObjectMapper mapper;
    private final RecordResponses answers;
    private final LinkResolver links;

    FhirResponses(ObjectMapper mapper, RecordResponses answers, LinkResolver links) {
        this.mapper = mapper;
        this.answers = answers;
        this.links = links;
    }

    /** One resource, or 304 to anyone who has it already. */
    Response one(ObjectNode resource, @Nullable Instant lastModified) {
        return answers.conditional(bytes(resource), null, lastModified);
    }

    /** A page of a search. What a caller looked for is kept nowhere. */
    Response page(SearchsetBundle page) {
        return Response.ok(bytes(page.bundle()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The same, said to be in a language: a cache must not give it to a reader of another. */
    static Response in(String lang, Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Where our FHIR addresses begin; empty while no public URL is set. */
    Optional<URI> base() {
        return links.findPublic("/fhir/").map(URI::create);
    }

    static ProblemException absent(String type) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "there is no " + type + " with this id");
    }

    byte[] bytes(ObjectNode resource) {
        try {
            return mapper.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
