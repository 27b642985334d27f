package org.nowrongdoor.directory.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneUriFormatterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '\u0001',
            value = {
                "1-800-786-2929        | none | none  | tel:+18007862929",
                "(612) 555-0100        | none | voice | tel:+16125550100",
                "612.555.0100          | 12   | voice | tel:+16125550100;ext=12",
                "612-555-0100 ext. 7   | none | voice | tel:+16125550100;ext=7",
                "612-555-0100 x7       | 8    | voice | tel:+16125550100;ext=8",
                "+52 55 5533 5533      | none | voice | tel:+525555335533",
                "1-800-799-SAFE        | none | voice | tel:+18007997233",
                "1-888-3PREVENT        | none | voice | tel:+18883773836",
                "+1 612\u2011555\u20110100 | none | Voice | tel:+16125550100",
                "612-555-0100          | none | cell  | tel:+16125550100",
                "612-555-0100          | none | tty   | tel:+16125550100",
                "711                   | none | tty   | tel:711",
                "988                   | none | voice | tel:988",
                "2-1-1                 | none | none  | tel:211",
                "612-555-0100          | none | text  | sms:+16125550100",
                "612-555-0100          | 12   | sms   | sms:+16125550100",
                "88788                 | none | text  | sms:88788",
                "741-741               | none | TEXT  | sms:741741",
                "88788                 | none | voice | none",
                "88788                 | none | none  | none",
                "123                   | none | voice | none",
                "555-0100              | none | voice | none",
                "612-555-0100          | none | fax   | none",
                "612-555-0100          | none | pager | none",
                "call the desk         | none | voice | none",
                "123456789012345678    | none | voice | none",
                "                      | none | voice | none",
                "+1612555010<b>        | none | voice | none"
            })
    void aNumberHasTheUriThatADeviceDials(
            String number, @Nullable String extension, @Nullable String type, @Nullable String uri) {
        assertEquals(
                Optional.ofNullable(uri), PhoneUriFormatter.of(number == null ? "" : number, extension, type), number);
    }
}
