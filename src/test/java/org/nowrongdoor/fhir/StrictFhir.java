package org.nowrongdoor.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.restassured.response.Response;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Reads FHIR as strictly as the reference implementation can: an unknown element, a wrong code or an empty text fails,
 *  and so does what breaks a rule of the standard: a cardinality, an invariant, a required value set. */
final class StrictFhir {

    private static final String COMMON_LANGUAGES = "http://hl7.org/fhir/ValueSet/languages";
    private static final FhirContext CONTEXT = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private StrictFhir() {}

    static <T extends IBaseResource> T read(Class<T> type, Response answer) {
        var text = answer.asString();
        var resource = CONTEXT.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(type, text);
        assertEquals(List.of(), faults(text), text);
        return resource;
    }

    /** What breaks a rule of the standard, as the validator words it. */
    static List<String> faults(String text) {
        return VALIDATOR.validateWithResult(text).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                // R4 only prefers the common languages: Urdu is one as well.
                .filter(message -> !message.getMessage().endsWith(" is not in valueset: " + COMMON_LANGUAGES))
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    // The standard's own profiles and code systems; those of guides and LOINC are not at hand and only warned of.
    private static FhirValidator validator() {
        var module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT)));
        module.setErrorForUnknownProfiles(false);
        return CONTEXT.newValidator().registerValidatorModule(module);
    }
}
