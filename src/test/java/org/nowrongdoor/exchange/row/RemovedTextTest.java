package org.nowrongdoor.exchange.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            come to 7431 Quill St | true
            7431-quill            | true
            x7431 QUILLS          | true
            at 98765              | true
            Birch                 | true
            bircHES               | true
            7431                  | false
            quill                 | false
            9876                  | false
            743 1 quill           | false
            bir ch                | false
            ''                    | false
            abc                   | false
            """)
    void aTextTellsWhereAPieceStandsInIt(String text, boolean isTold) {
        var removed = new RemovedText();
        removed.addAll(List.of("7431 Quill", "98765", "Birch", "7431 quarry", "abc"));
        assertEquals(isTold, removed.isIn(text));
    }

    @Test
    void nothingRemovedIsToldNowhere() {
        assertFalse(new RemovedText().isIn("7431 Quill Street"));
    }

    @Test
    void thousandsOfPiecesTakeNoLongerThanOne() {
        var removed = new RemovedText();
        removed.addAll(IntStream.range(0, 20_000)
                .mapToObj(i -> i + 70_000 + " Quill Street")
                .toList());
        var text = "Ring at the blue door of 12 Birch Avenue, then ask for Room 7. ".repeat(100);
        assertTimeout(
                Duration.ofSeconds(5), () -> IntStream.range(0, 1_000).forEach(i -> assertFalse(removed.isIn(text))));
    }
}
