package org.nowrongdoor.exchange.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.exchange.row.FieldType;

class ShortTextReaderTest {

    @ParameterizedTest
    @CsvSource({
        "LANGUAGE, es, es",
        "LANGUAGE, es-MX, es-MX",
        "LANGUAGE, zh-Hant-TW, zh-Hant-TW",
        "LANGUAGE, eng, eng",
        "LANGUAGE, ase, ase",
        "LANGUAGE, mul, mul",
        "LANGUAGE, Spanish, Spanish",
        "LANGUAGE, Español, es",
        "LANGUAGE, es-quillbac-street, es",
        "LANGUAGE, es-x-quillbac, es",
        "LANGUAGE, es-Quil, es",
        "PHONE_TYPE, facsimile, fax",
        "PHONE_TYPE, Fax machine, fax",
        "PHONE_TYPE, beeper, pager",
        "PHONE_TYPE, TTY line, tty",
        "PHONE_TYPE, text only, text",
        "CURRENCY, usd, usd",
        "CURRENCY, $, USD",
        "COUNTRY, US, US",
        "COUNTRY, USA, US",
        "COUNTRY, united states, US",
        "COUNTRY, Canada, CA",
        "STATE, MN, MN",
        "STATE, West Yorkshire, West Yorkshire",
        "POSTAL_CODE, 55401, 55401",
        "POSTAL_CODE, 55401-1234, 55401-1234",
        "POSTAL_CODE, ec1a 1bb, EC1A 1BB",
        "PHONE_TYPE, Voice, voice",
        "PHONE_TYPE, Mobile, cell",
        "EMAIL, mailto:desk@example.org, desk@example.org",
        "URL, www.example.org/help, https://www.example.org/help",
        "URL, https://example.org/a?b=c, https://example.org/a?b=c",
        "URL, https://пример.рф/, https://пример.рф/",
        "URL, https://日本語テスト.jp/, https://日本語テスト.jp/",
        "URI, urn:isbn:0451450523, urn:isbn:0451450523"
    })
    void whatCanBeReadIsKept(FieldType type, String text, String kept) {
        assertEquals(kept, ShortTextReader.read(type, text).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "LANGUAGE, 7431 Quillback Street",
        "LANGUAGE, Quillback",
        "CURRENCY, 7431 Quillback Street",
        "CURRENCY, QBK",
        "COUNTRY, Quillback",
        "STATE, 7431 Quillback Street",
        "POSTAL_CODE, Quillback",
        "POSTAL_CODE, 7431 Quillback Street",
        "PHONE_TYPE, at 7431 Quillback Street",
        "EMAIL, 7431 Quillback Street",
        "EMAIL, a b@example.org",
        "EMAIL, desk@exаmple.org",
        "URL, 7431 Quillback Street",
        "URL, javascript:alert(1)",
        "URL, https://a@evil.example/",
        "URL, https://user:pw@evil.example/",
        "URL, https://pаypal.com/",
        "URL, https://xn--pypal-4ve.com/",
        "URL, https://аррӏе.com/",
        "URL, https://exαmple.org/",
        "URL, https:///path",
        "URL, https://exa%6Dple.org/",
        "URI, urn:7431 Quillback Street"
    })
    void allElseIsNothing(FieldType type, String text) {
        var read = ShortTextReader.read(type, text);
        assertTrue(read.isEmpty(), () -> text + " is read as " + read);
    }
}
