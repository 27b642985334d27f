package org.nowrongdoor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;

/** What holds of every packaged record, and of all of them together. */
class SeedRecordsTest {

    private static final Path README = Path.of("seed-data/README.md");
    private static final Pattern FACTS = Pattern.compile("[\\d-]{7,}|[A-Za-z]+\\.(?:org|com|net|gov)");
    private static final Set<String> HELP = Set.of("service", "hotline", "navigator");
    private static final List<String> KINDS = List.of(
            "service",
            "hotline",
            "navigator",
            "report_line",
            "buyer_programme",
            "prevention",
            "training",
            "law",
            "task_force",
            "coalition",
            "guide");

    private final Regions regions = new Regions();
    private final ServiceFiles files = read();

    private static ServiceFiles read() {
        try {
            return ServiceFiles.read(Path.of("seed-data/services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachNamesItsSource() {
        for (var record : files.all()) {
            assertFalse(record.path("sources").isEmpty(), () -> record.path("name") + " has no source");
            assertFalse(record.has("verified_on"), () -> record.path("name") + " was verified by no one");
        }
    }

    /** What a person is told in Spanish is not half in English. */
    @Test
    void eachIsTranslated() {
        var missing = new TreeSet<String>();
        for (var record : files.all()) {
            untranslated(
                    record,
                    missing,
                    "description",
                    "interpretation_services",
                    "application_process",
                    "fees_description",
                    "wait_time",
                    "alert");
            untranslated(record.path("organization"), missing, "description");
            record.path("disclosures").forEach(part -> untranslated(part, missing, "text"));
            record.path("phones").forEach(part -> untranslated(part, missing, "description"));
            record.path("required_documents").forEach(part -> untranslated(part, missing, "document"));
            for (var area : record.path("service_areas")) {
                if (!area.has("extent")) {
                    untranslated(area, missing, "name");
                }
            }
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    private static void untranslated(JsonNode part, Set<String> missing, String... members) {
        for (var member : members) {
            var translated = part.at("/translations/es").path(member).asText();
            if (part.has(member) && !numbers(part.path(member).asText()).equals(numbers(translated))) {
                missing.add(part.path(member).asText() + " | " + translated);
            }
        }
    }

    /** The telephone numbers and web addresses of a text, and whether there is any text. */
    private static List<String> numbers(String text) {
        var found = new ArrayList<String>();
        found.add(text.isBlank() ? "nothing" : "text");
        FACTS.matcher(text).results().map(MatchResult::group).sorted().forEach(found::add);
        return found;
    }

    @Test
    void eachLinkIsOne() {
        for (var record : files.all()) {
            var links = new ArrayList<>(record.findValuesAsText("url"));
            links.addAll(record.findValuesAsText("website"));
            links.addAll(record.findValuesAsText("source_url"));
            for (var link : links) {
                var uri = URI.create(link);
                assertTrue(Set.of("http", "https").contains(uri.getScheme()), link);
                assertNotNull(uri.getHost(), link);
            }
        }
    }

    @Test
    void noNumberIsOfTwoWithoutANote() throws IOException {
        var owners = new TreeMap<String, Set<String>>();
        for (var record : files.all()) {
            for (var phone : record.path("phones")) {
                owners.computeIfAbsent(phone.path("number").asText(), number -> new TreeSet<>())
                        .add(owner(record));
            }
        }
        var readme = Files.readString(README);
        owners.forEach((number, of) -> assertTrue(
                of.size() == 1 || readme.contains("| " + number + " |"),
                () -> number + " is given by " + of + ", and the table of shared numbers does not say why"));
    }

    private static String owner(JsonNode record) {
        return record.has("organization")
                ? record.path("organization").path("id").asText()
                : record.path("organization_id").asText();
    }

    /** Or {@code README.md} says why there is none. */
    @Test
    void everyStateHasADoorOfItsOwnForWhatIsAskedMost() throws IOException {
        var readme = Files.readString(README);
        var missing = new ArrayList<String>();
        for (var state : states()) {
            has(state, "violence at home", code -> code.equals("sit.survivor.dv"), readme, missing);
            has(state, "trafficking", code -> code.equals("sit.survivor.ht"), readme, missing);
            has(state, "legal help", code -> code.split("\\.", 2)[0].equals("legal"), readme, missing);
        }
        assertEquals(List.of(), missing);
    }

    private void has(String state, String what, Predicate<String> isSought, String readme, List<String> missing) {
        var isThere = files.all().stream()
                .filter(record -> HELP.contains(record.path("kind").asText()))
                .filter(record -> isIn(record, state))
                .anyMatch(record -> codes(record).stream().anyMatch(isSought));
        var line = "| " + state + " | " + what + " |";
        if (!isThere && !readme.contains(line)) {
            missing.add(line);
        }
        assertFalse(isThere && readme.contains(line), () -> "there is one now: " + line);
    }

    private boolean isIn(ObjectNode record, String state) {
        return StreamSupport.stream(record.path("service_areas").spliterator(), false)
                .map(area -> area.path("extent").asText())
                .flatMap(id -> regions.find(id).stream())
                .anyMatch(region -> state.equals(region.stateCode()));
    }

    private static List<String> codes(ObjectNode record) {
        return StreamSupport.stream(record.path("attributes").spliterator(), false)
                .map(attribute -> attribute.path("taxonomy_term").path("code").asText())
                .toList();
    }

    private List<String> states() throws IOException {
        try (var lines = Files.lines(Path.of("seed-data/geo/us-states.tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[4].equals("state") || cells[0].equals("DC"))
                    .map(cells -> cells[0])
                    .filter(code -> regions.get(code).kind() == RegionKind.STATE)
                    .toList();
        }
    }

    @Test
    void theCountsAreThoseOfTheFiles() throws IOException {
        var readme = Files.readString(README);
        for (var line : table()) {
            assertTrue(
                    readme.contains(line + "\n"),
                    () -> "seed-data/README.md should say\n" + String.join("\n", table()));
        }
        for (var line : sums()) {
            assertTrue(readme.contains(line), () -> "seed-data/README.md should say " + line);
        }
        var organizations = files.all().stream()
                .filter(record -> record.has("organization"))
                .count();
        var services = String.format(
                Locale.ROOT, "%d services of %d organisations", files.all().size(), organizations);
        assertTrue(Files.readString(Path.of("README.md")).contains(services), () -> "README.md should say " + services);
    }

    private List<String> table() {
        var lines = new ArrayList<String>();
        files.byName().forEach((name, records) -> lines.add("| `" + name + "` | " + row(records) + " |"));
        return lines;
    }

    private static String row(List<ObjectNode> records) {
        var cells = new ArrayList<String>();
        for (var kind : KINDS) {
            var count = records.stream()
                    .filter(record -> record.path("kind").asText().equals(kind))
                    .count();
            cells.add(count == 0 ? "" : Long.toString(count));
        }
        cells.add(Integer.toString(records.size()));
        return String.join(" | ", cells);
    }

    private List<String> sums() {
        var all = files.all();
        return List.of(
                "Location policy: " + count(record -> isPolicy(record, "public")) + " public, "
                        + count(record -> isPolicy(record, "confidential")) + " confidential",
                "With a phone number: " + count(record -> !record.path("phones").isEmpty()),
                "With an eligibility rule: " + count(record -> record.has("eligibility")),
                "**" + all.size() + "**");
    }

    private long count(Predicate<ObjectNode> which) {
        return files.all().stream().filter(which).count();
    }

    private static boolean isPolicy(ObjectNode record, String policy) {
        return record.path("location_policy").asText().equals(policy);
    }
}
