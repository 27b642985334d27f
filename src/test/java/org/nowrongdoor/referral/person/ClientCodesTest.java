package org.nowrongdoor.referral.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ClientCodesTest {

    private static final UUID ID = UUID.fromString("7f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10");

    @Inject
    ClientCodes codes;

    @Test
    void wordsOfBothLanguagesLeadToTheSameReferral() {
        assertArrayEquals(codes.digest(ID), codes.digest(codes.of(ID, "en")).orElseThrow());
        assertArrayEquals(codes.digest(ID), codes.digest(codes.of(ID, "es")).orElseThrow());
        assertNotEquals(codes.of(ID, "en"), codes.of(ID, "es"));
    }

    @Test
    void whatStandsBetweenTheWordsDoesNotMatter() {
        var said = "  " + codes.of(ID, "en").toUpperCase(Locale.ROOT).replace("-", " , ") + "!";
        assertArrayEquals(codes.digest(ID), codes.digest(said).orElseThrow());
    }

    @Test
    void thereAreSixEasyWords() {
        var words = codes.of(ID, "en").split("-", -1);
        assertEquals(6, words.length);
        for (var word : words) {
            assertTrue(word.length() >= 3 && word.length() <= 6, word);
        }
        assertNotEquals(codes.of(ID, "en"), codes.of(UUID.randomUUID(), "en"));
    }

    @Test
    void otherTextIsNoCode() {
        for (var text :
                new String[] {"", "river", "one two three four five sixx", "a".repeat(10_000), "\u0000", "'; drop"}) {
            assertFalse(codes.digest(text).isPresent(), text);
        }
    }
}
