package org.nowrongdoor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that was promised goes unless the changelog names it under Unreleased, in backquotes and as it stands in
 *  {@code promised.txt}. With a new version, {@code promised.txt} is written again from its contract. */
class ContractPromisesTest {

    private static final Path PROMISED = Path.of("src/test/resources/contract/promised.txt");

    private static JsonNode contract;

    @BeforeAll
    static void read() throws IOException {
        contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
    }

    @Test
    void whatWasPromisedStandsOrTheChangelogNamesIt() throws IOException {
        var changes = Files.readString(Path.of("src/docs/changelog.md"));
        var start = changes.indexOf("## Unreleased");
        var unreleased = changes.substring(start, changes.indexOf("\n## ", start + 1));
        var gone = gone(new TreeSet<>(Files.readAllLines(PROMISED)), contract);
        gone.removeIf(line -> unreleased.contains("`" + line + "`"));
        assertEquals(Set.of(), gone, "a client that followed the contract may break");
    }

    @Test
    void aChangedTypeIsSeen() {
        var changed = contract.deepCopy();
        members(changed, "Hit").putObject("distance_km").put("type", "string");
        assertEquals(List.of("Hit.distance_km"), names(changed));
    }

    @Test
    void aFieldThatIsGoneIsSeen() {
        var changed = contract.deepCopy();
        members(changed, "SearchPage").remove("next_steps");
        assertEquals(List.of("SearchPage.next_steps"), names(changed));
    }

    @Test
    void aMemberThatMayNowBeLeftOutIsSeen() {
        var changed = contract.deepCopy();
        ((ObjectNode) changed.at("/components/schemas/SearchPage")).remove("required");
        assertEquals(true, names(changed).contains("SearchPage.hits is required"));
    }

    private static ObjectNode members(JsonNode api, String schema) {
        return (ObjectNode) api.at("/components/schemas/" + schema + "/properties");
    }

    private static List<String> names(JsonNode changed) {
        return gone(ContractPromises.of(contract), changed).stream()
                .map(line -> line.contains(": ") ? line.substring(0, line.indexOf(": ")) : line)
                .toList();
    }

    private static Set<String> gone(Set<String> promised, JsonNode now) {
        var gone = new TreeSet<>(promised);
        gone.removeAll(ContractPromises.of(now));
        return gone;
    }

    /** Writes what the contract promises now. */
    public static void main(String[] args) throws IOException {
        var now = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        Files.createDirectories(PROMISED.getParent());
        Files.write(PROMISED, ContractPromises.of(now));
    }
}
