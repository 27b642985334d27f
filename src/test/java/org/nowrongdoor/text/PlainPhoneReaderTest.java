package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainPhoneReaderTest {

    private static final String ALPHABET = "0123456789012345678922233  --..()";

    @Test
    void aNumberIsReadHoweverItsDigitsAreSetApart() {
        for (var text :
                new String[] {"6125550100", "(612) 555-0100", "612.555.0100", "1-612-555-0100", "1 (612) 5550100"}) {
            assertEquals(Optional.of("6125550100"), PlainPhoneReader.national(text), text);
        }
    }

    @Test
    void everythingElseIsLeftToTheLibrary() {
        for (var text : new String[] {
            "",
            "911",
            "555-0100",
            "+1 612 555 0100",
            "612-555-0100 x5",
            "0612555010",
            "1125550100",
            "16125550100 2",
            "612-555-01000",
            " 6125550100",
            "-6125550100",
            "٦125550100",
            "1-800-FLOWERS1"
        }) {
            assertEquals(Optional.empty(), PlainPhoneReader.national(text), text);
        }
    }

    @Test
    void theLibraryReadsTheSame() throws NumberParseException {
        var random = new Random(20);
        var util = PhoneNumberUtil.getInstance();
        int found = 0;
        for (int i = 0; i < 300_000; i++) {
            var text = random.ints(10 + random.nextInt(5), 0, ALPHABET.length())
                    .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                    .reduce("", String::concat);
            var national = PlainPhoneReader.national(text);
            if (national.isPresent()) {
                found++;
                var parsed = util.parse(text, "US");
                assertEquals("+1" + national.get(), util.format(parsed, PhoneNumberFormat.E164), text);
                assertEquals(ValidationResult.IS_POSSIBLE, util.isPossibleNumberWithReason(parsed), text);
                assertEquals("", parsed.getExtension(), text);
            }
        }
        assertTrue(found > 1_000, "found " + found);
    }
}
