package org.nowrongdoor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMaskFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP Request to /services?search=word failed | HTTP Request to /services?[withheld] failed",
                "connection to 192.0.2.7:443 refused | connection to [address]:443 refused",
                "peer 2001:db8::7 gone | peer [address] gone",
                "User-Agent: Lynx/2 | User-Agent: [withheld]",
                "sent by Mozilla/5.0 (X11) | sent by [withheld]",
                "key nwd_pub_abcdefgh wrong | key nwd_[withheld] wrong",
                "Listening on: http://0.0.0.0:8080 | Listening on: http://0.0.0.0:8080",
                "at 02:44:54,030 select id from t where id=? | at 02:44:54,030 select id from t where id=?",
            })
    void aLineTellsNothingAboutACaller(String said, String written) {
        assertEquals(written, LogMaskFilter.mask(said));
    }
}
