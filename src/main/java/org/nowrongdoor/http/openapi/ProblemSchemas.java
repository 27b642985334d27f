package org.nowrongdoor.http.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.nowrongdoor.problem.ProblemKind;

/** The schema of a problem, with what some kinds add. */
final class ProblemSchemas {

    static final String PROBLEM = "Problem";
    static final String FAULT = "ProblemFault";

    private ProblemSchemas() {}

    static Schema reference() {
        return ref(PROBLEM);
    }

    static Schema fault() {
        return object("One fault of a request.")
                .addProperty("pointer", text("RFC 6901 pointer into the body, or the name of a parameter."))
                .addProperty("detail", text("Value, bound and remedy."))
                .required(List.of("pointer", "detail"));
    }

    static Schema problem() {
        return object("What a caller gets instead of an answer (RFC 9457). New kinds may be added: decide by `status`"
                        + " where a `type` is not known.")
                .addProperty("type", text("A path that explains the kind.").format("uri-reference"))
                .addProperty("title", text("The kind in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The status of the answer."))
                .addProperty("detail", text("Field, value, bound and remedy."))
                .addProperty("errors", list(ref(FAULT), "Every fault that was found, not the first alone."))
                .addProperty("parameter", text("The parameter that is wrong."))
                .addProperty("disclosures", list(ref("Disclosure"), "Disclosures that are still to be told."))
                .addProperty("reasons", list(ref("MatchReason"), "The rules that are not met."))
                .addProperty("alternatives", list(ref("NextStep"), "Other services to try."))
                .addProperty(
                        "successors",
                        list(
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .format("uuid"),
                                "Services that took over from this one."))
                .addProperty(
                        "near",
                        list(
                                OASFactory.createSchema().addType(Schema.SchemaType.STRING),
                                "Ids of regions that look like the one that was asked for."))
                .addProperty("from", ref("ReferralState").description("Where the referral stands."))
                .addProperty("legal", list(ref("ReferralState"), "Where the referral may move."))
                .required(List.of("type", "title", "status", "detail"));
    }

    /** What a kind adds to a problem, as the end of its description. */
    static String more(ProblemKind kind) {
        return switch (kind) {
            case DISCLOSURES_NOT_ACKNOWLEDGED -> " They stand in `disclosures`.";
            case NOT_ELIGIBLE -> " Why not stands in `reasons`, other services in `alternatives`.";
            case NOT_REFERABLE -> " They stand in `successors`.";
            case ILLEGAL_TRANSITION -> " The state stands in `from`, the moves in `legal`.";
            case NOT_FOUND -> " Of a region: ids that look like it stand in `near`.";
            default -> "";
        };
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema ref(String component) {
        return OASFactory.createSchema().ref(SchemaVisitor.COMPONENT + component);
    }

    private static Schema list(Schema items, String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(items)
                .description(description);
    }
}
