package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 8, 0xB, 0xC, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069,
                0xFFF9, 0xFFFB, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE, 0xE0001, 0xE0041, 0xE007F, 0xD800,
                0xDFFF
            })
    void whatSteersAScreenIsFoundAndCutFromWhatIsShown(int point) {
        var text = "Open " + Character.toString(point) + " door";
        assertEquals(5, TextCleaner.findForbidden(text));
        assertEquals("Open  door", TextCleaner.printable(text));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2064, 0x206A, 0xFE00,
                0xFE0F, 0xFEFF, 0xE0100
            })
    void whatIsSeenNowhereIsDropped(int point) {
        var text = "Open " + Character.toString(point) + " door";
        assertEquals(-1, TextCleaner.findForbidden(text));
        assertEquals("Open  door", TextCleaner.clean(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Línea de ayuda – «24/7»",
                "می‌خواهم",
                "ക്‍ഷ",
                "👩‍👩‍👧 family",
                "❤️ 1️⃣",
                "two\nlines\tand a tab",
                "مرحبا שלום 中文 ภาษาไทย"
            })
    void whatPeopleWriteStays(String text) {
        assertEquals(-1, TextCleaner.findForbidden(text));
        assertSame(text, TextCleaner.clean(text));
    }

    @Test
    void linesEndInOneWay() {
        assertEquals("a\nb\nc", TextCleaner.clean("a\r\nb\rc"));
    }

    @Property(tries = 500)
    void whatIsShownHoldsNothingForbidden(@ForAll String text) {
        var shown = TextCleaner.printable(text);
        assertEquals(-1, TextCleaner.findForbidden(shown));
        assertEquals(shown, TextCleaner.printable(shown));
        assertTrue(shown.length() <= text.length());
    }
}
