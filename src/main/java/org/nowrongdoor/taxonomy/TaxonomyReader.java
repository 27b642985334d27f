package org.nowrongdoor.taxonomy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.FoldedText;

/** The packaged vocabulary: {@code seed-data/taxonomy/*.csv}, read by column name. */
public final class TaxonomyReader {

    private static final String SITUATIONS = "sit.";
    private static final String ORGANISATIONS = "org.";
    private static final String INPUT_ONLY = "INPUT ONLY";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private TaxonomyReader() {}

    /** Forms of one code in one language, as a line lists them. */
    public record FormRow(String code, String lang, List<String> forms, String kind, String note) {

        /** Whether a form is accepted and never given back. A note may name single words of the line in quotes;
         *  without quotes it speaks of all. */
        public boolean isInputOnly(String form) {
            var folded = FoldedText.of(form);
            return neverShown().stream().anyMatch(phrase -> folded.contains(FoldedText.of(phrase)));
        }

        /** The phrases that are accepted and never given back: those that the note names, or every form of the line. */
        public List<String> neverShown() {
            if (!note.contains(INPUT_ONLY)) {
                return kind.equals("stigmatizing") ? forms : List.of();
            }
            var named =
                    QUOTED.matcher(note).results().map(found -> found.group(1)).toList();
            return named.isEmpty() ? forms : named;
        }

        /** The note for those forms of the line that may be shown: it must not name the others. */
        @Nullable String noteOnShown() {
            return note.contains(INPUT_ONLY) ? null : orNull(note);
        }

        public boolean isSituation() {
            return code.startsWith(SITUATIONS);
        }

        public boolean isOrganisation() {
            return code.startsWith(ORGANISATIONS);
        }
    }

    /** Our terms with their synonyms. */
    static List<TermNode> terms() {
        var synonyms = new HashMap<String, List<Synonym>>();
        for (var row : forms()) {
            var list = synonyms.computeIfAbsent(row.code(), code -> new ArrayList<>());
            row.forms().stream()
                    .filter(form -> !row.isInputOnly(form))
                    .map(form -> new Synonym(row.lang(), form, orNull(row.kind()), row.noteOnShown()))
                    .filter(synonym -> !list.contains(synonym))
                    .forEach(list::add);
        }
        return read("terms.csv").stream().map(row -> term(row, synonyms)).toList();
    }

    private static TermNode term(NamedCsvRecord row, Map<String, List<Synonym>> synonyms) {
        var code = row.getField("term_id");
        var label = row.getField("label_en");
        var labelEs = row.getField("label_es");
        var note = row.getField("definition_or_note");
        return new TermNode(
                TermIds.of(code),
                code,
                orNull(row.getField("parent_id")),
                label,
                labelEs.isBlank() ? label : labelEs,
                note.isBlank() ? label : note,
                List.copyOf(synonyms.getOrDefault(code, List.of())),
                split(row.getField("flags")));
    }

    /** Every form of every line, those of situations and organisations too. */
    public static List<FormRow> forms() {
        return Stream.of("synonyms.csv", "label-forms.csv")
                .flatMap(file -> read(file).stream())
                .map(row -> new FormRow(
                        row.getField("term_id"),
                        row.getField("lang"),
                        split(row.getField("synonyms")),
                        row.getField("kind"),
                        row.getField("note")))
                .toList();
    }

    /** Forms that mean other things too. */
    public static List<AmbiguousForm> collisions() {
        return read("collisions.csv").stream()
                .map(row -> new AmbiguousForm(
                        row.getField("form"),
                        AmbiguousForm.Handling.of(row.getField("handling")),
                        split(row.getField("means")),
                        split(row.getField("with")),
                        split(row.getField("unless"))))
                .toList();
    }

    /** Words of every day that are one letter away from one of ours and are not it. */
    public static Set<String> plainWords() {
        return read("plain-words.csv").stream()
                .map(row -> FoldedText.of(row.getField("word")))
                .collect(Collectors.toSet());
    }

    /** What a person may be in, which is no service. */
    public static List<Situation> situations() {
        return read("situations.csv").stream()
                .map(row -> new Situation(
                        row.getField("code"),
                        row.getField("label_en"),
                        row.getField("label_es"),
                        split(row.getField("related"))))
                .toList();
    }

    private static List<NamedCsvRecord> read(String file) {
        var resource = "/seed-data/taxonomy/" + file;
        var stream = Objects.requireNonNull(TaxonomyReader.class.getResourceAsStream(resource), resource);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }

    private static List<String> split(String field) {
        return Stream.of(field.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable String orNull(String field) {
        return field.isBlank() ? null : field;
    }
}
