package org.nowrongdoor.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.restassured.response.Response;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Reads FHIR as strictly as the reference implementation can: an unknown element, a wrong code or an empty text fails. */
final class StrictFhir {

    private static final FhirContext CONTEXT = FhirContext.forR4();

    private StrictFhir() {}

    static <T extends IBaseResource> T read(Class<T> type, Response answer) {
        return CONTEXT.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(type, answer.asString());
    }
}
