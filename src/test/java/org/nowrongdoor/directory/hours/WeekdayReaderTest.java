package org.nowrongdoor.directory.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekdayReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MO                      | MO
                    mo,TU                   | MO,TU
                    Monday,Tuesday          | MO,TU
                    Mondays and Fridays     | MO,FR
                    mon, wed, fri           | MO,WE,FR
                    Mon Wed Fri             | MO,WE,FR
                    ["MO","WE"]             | MO,WE
                    Mon-Fri                 | MO,TU,WE,TH,FR
                    MO-FR                   | MO,TU,WE,TH,FR
                    Monday - Friday         | MO,TU,WE,TH,FR
                    Monday through Thursday | MO,TU,WE,TH
                    Mon thru Wed; Sat       | MO,TU,WE,SA
                    Mon–Wed/Fri             | MO,TU,WE,FR
                    Sun-Tue                 | SU,MO,TU
                    Mo-We,Sa                | MO,TU,WE,SA
                    LU,MA                   | MO,TU
                    Lun-Vie                 | MO,TU,WE,TH,FR
                    lunes a viernes         | MO,TU,WE,TH,FR
                    de lunes a viernes y domingo | MO,TU,WE,TH,FR,SU
                    lunes, miércoles        | MO,WE
                    sábado y domingo        | SA,SU
                    los sábados             | SA
                    MIE                     | WE
                    jue.                    | TH
                    weekdays                | MO,TU,WE,TH,FR
                    fines de semana         | SA,SU
                    todos los días          | MO,TU,WE,TH,FR,SA,SU
                    1MO,3FR                 | 1MO,3FR
                    -1FR                    | -1FR
                    +02Tuesday              | 2TU
                    MO,MO                   | MO
                    """)
    void daysAreReadAsTheyAreWritten(String text, String days) {
        assertEquals(Optional.of(days), WeekdayReader.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "first MO", "1MO,third FR", "1,2", "XX", "MO,", "Mon-", "MO-3FR", "most days", "M", "MOND"})
    void whatIsNotReadWholeIsNotRead(String text) {
        assertEquals(Optional.empty(), WeekdayReader.read(text));
    }
}
