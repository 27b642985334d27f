package org.nowrongdoor.exchange.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDetectorTest {

    private static List<String> lines(String file) throws IOException {
        try (var in = AddressDetectorTest.class.getResourceAsStream("/exchange/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .toList();
        }
    }

    /** Every form by itself, in a sentence and behind a colon. */
    @Test
    void waysInWhichStreetsAreWrittenAreCut() throws IOException {
        var kept = new ArrayList<String>();
        var forms = lines("addresses.csv");
        assertTrue(forms.size() >= 200, forms.size() + " forms");
        for (var line : forms) {
            var parts = line.split("\\|", -1);
            for (var around : List.of("%s", "We are at %s.", "Come to %s and ring", "Location: %s (ring twice)")) {
                var cut = AddressDetector.withhold(around.formatted(parts[0]));
                if (Arrays.stream(parts).skip(1).anyMatch(cut::contains)) {
                    kept.add(parts[0] + ": " + cut);
                }
            }
        }
        assertEquals(List.of(), kept);
    }

    /** The longest record has some forty texts of this length: numbers without spaces took four seconds. */
    @Test
    void aLongTextCostsLittle() {
        var text = "a1B2c3".repeat(3_300);
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 41; i++) {
                AddressDetector.withhold(text);
            }
        });
    }

    @Test
    void sentencesWithoutAnAddressStayAsTheyAre() throws IOException {
        var sentences = lines("no-addresses.txt");
        assertTrue(sentences.size() >= 100, sentences.size() + " sentences");
        assertEquals(
                List.of(),
                sentences.stream()
                        .filter(text -> !AddressDetector.withhold(text).equals(text))
                        .map(text -> text + ": " + AddressDetector.withhold(text))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are at 7431 Quillback Street, ring twice",
                "Come to 7431 N. 5th Ave.",
                "7431-B east quillback blvd",
                "7431 Old Mill Ct, ask for Ana",
                "Write to P.O. Box 7431",
                "PO Box 7431, Duluth",
                "The house on Quillback Street",
                "corner of Quillback and 31st",
                "at 5th & Main",
                "N7431 County Road C",
                "Highway 61",
                "44.9765, -93.2761",
                "lat: 44.9765",
                "44°58'35\"N 93°16'34\"W",
                "86P8XPJC+2V",
                "///table.lamp.river",
                "Duluth, MN 55802",
                "zip code 55802",
                "https://www.google.com/maps/@44.97,-93.27,15z",
                "https://example.org/find?q=7431+Quillback+Street",
                "calle Ocho 7431",
                "across the street from Loring Park",
                "７４３１ Quillback Street",
                "7431 Quill\u200Bback Str\u200Beet"
            })
    void whatTellsWhereAPlaceIsIsCut(String text) {
        var cut = AddressDetector.withhold(text);
        assertTrue(cut.contains(AddressDetector.WITHHELD), cut);
        assertFalse(cut.matches(".*(7431|55802|44\\.9|XPJC|lamp|Loring|５|７).*"), cut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Open 24 hours a day, 7 days a week. Call 612-555-0142.",
                "Ages 18 to 24. Up to 90 days in St. Paul.",
                "Text HOME to 741741 or 85511",
                "Groups on the 1st and 3rd Tuesday of the month",
                "Street outreach for people on the street",
                "612.555.0142, 612.555.0143",
                "Women 18 and older in court",
                "More at https://www.example.org/help",
                "Serves Hennepin County, MN and Wright County",
                "Free for 200% of the poverty line; 12 beds"
            })
    void ordinaryWordsStay(String text) {
        assertEquals(text, AddressDetector.withhold(text));
    }

    @Property(tries = 300)
    void cuttingTwiceCutsNoMore(@ForAll @StringLength(max = 200) String text) {
        var once = AddressDetector.withhold(text);
        assertEquals(once, AddressDetector.withhold(once));
    }
}
