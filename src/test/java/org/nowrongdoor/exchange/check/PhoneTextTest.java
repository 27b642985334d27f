package org.nowrongdoor.exchange.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "612-555-0142",
                "(612) 555-0142",
                "+1 612.555.0142",
                "1-800-786-2929",
                "988",
                "741741",
                "678-678",
                "555-0142",
                "+44 20 7946 0958",
                "\"+44 1234 234567\"",
                "1-800-FLOWERS",
                "888-KEY-2-FREE",
                "1-800-GO-FEDEX",
                "612-555-HELP"
            })
    void aValidNumberStaysAsItIsWritten(String number) {
        assertEquals(number, PhoneText.read(number).orElseThrow().number());
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+16125550142, +16125550142, ",
        "Phone: 612-555-0142, 612-555-0142, ",
        "001 612 555 0142, +1 612 555 0142, ",
        "６１２-５５５-０１４２, 612-555-0142, ",
        "٦١٢-٥٥٥-٠١٤٢, 612-555-0142, ",
        "612–555–0142, 612-555-0142, ",
        "612-555-O142, 612-555-0142, ",
        "612-555-0142 ext. 12, 612-555-0142, 12",
        "612-555-0142 x7, 612-555-0142, 7",
        "1-800-799-SAFE (7233), 1-800-799-SAFE, ",
        "' +1 (612-555-0142) ', +1 (612-555-0142), ",
        "'612-555-0142.', 612-555-0142, "
    })
    void whatCanBeReadIsWrittenAsANumber(String text, String number, String extension) {
        assertEquals(new PhoneText(number, extension), PhoneText.read(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7431 Quillback Street",
                "800 Maple Ave",
                "412 Maple Av",
                "1200 Elm St",
                "Quillback Street",
                "612-555-0142 or 651-555-0101",
                "612-555-0142/0143/0144",
                "612-555-0142 651-555-0101",
                "ask at the desk",
                "call Ana at 612-555-0142 after dark",
                "12",
                "44.97651, -93.27612",
                "44.97651 93.27612",
                "+99 5",
                "n/a",
                "",
                "612-555-0142\n7431 Quillback"
            })
    void allElseIsNoNumber(String text) {
        assertTrue(PhoneText.read(text).isEmpty(), text + " is read as " + PhoneText.read(text));
    }

    @ParameterizedTest
    @CsvSource({"1-800-FLOWERS, 8003569377", "612-OAK-LANE, 6126255263", "888-KEY-2-FREE, 8885392373"})
    void lettersAreDialledAsDigits(String word, String digits) {
        assertEquals(digits, PhoneText.dialled(word));
    }
}
