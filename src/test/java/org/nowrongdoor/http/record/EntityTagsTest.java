package org.nowrongdoor.http.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

    private final String tag = tag("a");

    private static String tag(String body) {
        return EntityTags.of(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameBytesHaveTheSameTagAndOthersHaveNot() {
        assertEquals(tag, tag("a"));
        assertNotEquals(tag, tag("b"));
        assertTrue(tag.matches("\"[A-Za-z0-9_-]{24}\""), tag);
    }

    @Test
    void ifMatchComparesStrongly() {
        assertTrue(EntityTags.namedByIfMatch(tag, tag));
        assertTrue(EntityTags.namedByIfMatch("\"x\" , " + tag, tag));
        assertTrue(EntityTags.namedByIfMatch("*", tag));
        assertFalse(EntityTags.namedByIfMatch("W/" + tag, tag));
        assertFalse(EntityTags.namedByIfMatch(tag.substring(1), tag));
    }

    @Test
    void ifNoneMatchComparesWeakly() {
        assertTrue(EntityTags.namedByIfNoneMatch("W/" + tag, tag));
        assertFalse(EntityTags.namedByIfNoneMatch(null, tag));
        assertFalse(EntityTags.namedByIfNoneMatch("", tag));
    }

    @Test
    void aTagNamesTheRecordWhateverItsSuffix() {
        for (var suffix : new String[] {"-gzip", "-deflate", "-br", "--gzip", ";gzip", ":zstd"}) {
            var suffixed = tag.substring(0, tag.length() - 1) + suffix + '"';
            assertTrue(EntityTags.namedByIfMatch(suffixed, tag), suffixed);
            assertTrue(EntityTags.namedByIfNoneMatch("\"x\", W/" + suffixed, tag), suffixed);
            assertFalse(EntityTags.namedByIfMatch(tag("b").replace("\"", "") + suffixed, tag), suffixed);
            assertFalse(EntityTags.namedByIfMatch("W/" + suffixed, tag), suffixed);
        }
        assertFalse(EntityTags.namedByIfMatch(tag.substring(0, tag.length() - 1) + "gzip\"", tag));
    }
}
