package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.record.CostOption;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.RequiredDocument;
import org.nowrongdoor.http.parameter.JsonTrees;

/** What is told of a service before contact, as sentences for a comment. FHIR has no element for it. */
final class ToldComment {

    private ToldComment() {}

    static List<String> of(JsonNode record, JsonTrees trees, LocalDate today) {
        var told = BeforeContactBuilder.of(
                new BeforeContactBuilder.Stated(
                        trees.map(record.path("facts"), Fact.class),
                        record.path("fees_description").textValue(),
                        record.path("fees").textValue(),
                        trees.list(record.path("cost_options"), CostOption.class),
                        trees.list(record.path("required_documents"), RequiredDocument.class),
                        Map.of()),
                today);
        var texts = new ArrayList<String>();
        told.conditions()
                .forEach(c -> texts.add(c.asStated() == null ? c.text() : c.text() + " (" + c.asStated() + ")"));
        if (!told.requiredDocuments().isEmpty()) {
            texts.add("Bring: " + String.join(", ", told.requiredDocuments()) + '.');
        }
        if (!told.cost().code().equals("unknown") || told.cost().asStated() != null) {
            texts.add(told.cost().text());
        }
        if (BeforeContact.asksFirst(told.contactPreference())) {
            texts.add(
                    told.contactPreference().equals("introduction")
                            ? "They ask for an introduction before anyone makes contact."
                            : "They talk with partners only.");
        }
        return texts;
    }
}
