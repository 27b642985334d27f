package org.nowrongdoor.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Source files are short, and their comments cite only what a reader can open. */
class TextsTest {

    private static final int MOST_LINES = 300;

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern FILE =
            Pattern.compile("[\\w-]+\\.(?:md|csv|tsv|properties|sql|sh|html|css|yaml|mjs)\\b");

    @Test
    void noFileIsLongerThanThreeHundredLines() {
        var tooLong = House.files(".java").stream()
                .filter(file -> House.text(file).lines().count() > MOST_LINES)
                .toList();
        assertTrue(tooLong.isEmpty(), "find the two ideas in " + tooLong);
    }

    @Test
    void noCommentCitesAFileThatIsNotHere() throws IOException {
        var here = names();
        var missing = new ArrayList<String>();
        for (var file : House.files(".java")) {
            COMMENT.matcher(House.text(file))
                    .results()
                    .flatMap(comment -> FILE.matcher(comment.group()).results())
                    .filter(cited -> !here.contains(cited.group()))
                    .forEach(cited -> missing.add(file + " cites " + cited.group()));
        }
        assertTrue(missing.isEmpty(), String.join("\n", missing));
    }

    private static Set<String> names() throws IOException {
        var names = Stream.<Path>builder();
        for (var folder : new String[] {"src", "seed-data", "openapi"}) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(names);
            }
        }
        return Stream.concat(names.build(), Stream.of(Path.of("README.md")))
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
    }
}
