package org.nowrongdoor.exchange.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialWordDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Confidential",
                "CONFIDENTIAL",
                "*** confidential ***",
                "Confidential Location",
                "Confidential - Cook County",
                "Address confidential (PO Box 123 for mail)",
                "The location is kept confidential",
                "Undisclosed",
                "undisclosed location",
                "Not disclosed",
                "Non-disclosed",
                "Nondisclosed",
                "Address Withheld",
                "withheld for safety",
                "Unpublished",
                "Address not published",
                "Call for location",
                "CALL FOR ADDRESS",
                "Please call for directions",
                "Private",
                "private address",
                "Private (DV)",
                "Unlisted",
                "Secret",
                "Protected address",
                "Secure location",
                "N/A - DV",
                "n/a – DV",
                "NA, DV shelter",
                "DV",
                "DV Safehouse",
                "Confidencial",
                "Dirección confidencial",
                "Domicilio Confidencial por seguridad",
                "No divulgada",
                "Ubicación no revelada",
                "Dirección no publicada",
                "Llame para la dirección",
                "llame para obtener la dirección",
                "Privada",
                "Ubicación privada",
                "Dirección reservada",
                "Refugio (dirección oculta)",
                "Violencia doméstica, dirección protegida"
            })
    void wordsForConfidentialAreFound(String line) {
        assertTrue(ConfidentialWordDetector.isIn(line), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N/A",
                "NA",
                "Not applicable",
                "123 Main Street",
                "12 Private Road",
                "Private Drive",
                "400 Secret Garden Lane",
                "Hidden Valley Road",
                "77 Hidden Place",
                "Call center, 5th floor",
                "Domestic Violence Shelter",
                "Shelter",
                "Protection Avenue",
                "PO Box 88",
                "Calle Reservada 12",
                "Minneapolis",
                "Secretariat Way",
                "Privada del Sol 14"
            })
    void otherWordsAreNot(String line) {
        assertFalse(ConfidentialWordDetector.isIn(line), line);
    }
}
