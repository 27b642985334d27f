package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.record.CostOption;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.RequiredDocument;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.Label;
import org.nowrongdoor.http.parameter.JsonTrees;

/** What is told of a service before contact, as sentences for a comment. FHIR has no element for it. */
final class ToldComment {

    private static final Map<String, Label> SENTENCES = new CatalogueReader("sentences.json").labels();

    private ToldComment() {}

    /** @param lang of our own sentences and of what is translated; words that are quoted stay as they are */
    static List<String> of(JsonNode record, JsonTrees trees, LocalDate today, String lang) {
        var stated = BeforeContactBuilder.of(
                new BeforeContactBuilder.Stated(
                        trees.map(record.path("facts"), Fact.class),
                        record.path("fees_description").textValue(),
                        record.path("fees").textValue(),
                        trees.list(record.path("cost_options"), CostOption.class),
                        trees.list(record.path("required_documents"), RequiredDocument.class),
                        trees.map(record.path("translations"), ServiceRecord.Translation.class)),
                today);
        var told = BeforeContactBuilder.in(lang, stated, code -> 0);
        var texts = new ArrayList<String>();
        told.conditions()
                .forEach(c -> texts.add(c.asStated() == null ? c.text() : c.text() + " (" + c.asStated() + ")"));
        if (!told.requiredDocuments().isEmpty()) {
            texts.add(said("bring", lang, String.join(", ", told.requiredDocuments())));
        }
        if (!told.cost().code().equals("unknown") || told.cost().asStated() != null) {
            texts.add(told.cost().text());
        }
        if (BeforeContact.asksFirst(told.contactPreference())) {
            texts.add(said("contact_" + told.contactPreference(), lang));
        }
        return texts;
    }

    private static String said(String sentence, String lang, Object... with) {
        return MessageFormat.format(
                Objects.requireNonNull(SENTENCES.get(sentence), sentence).in(Locale.forLanguageTag(lang)), with);
    }
}
