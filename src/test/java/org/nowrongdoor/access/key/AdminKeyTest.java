package org.nowrongdoor.access.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.caller.AccessConfig;

class AdminKeyTest {

    private static AdminKey with(Map<String, String> configured) {
        return new AdminKey(new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(configured, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class));
    }

    private static AdminKey with(String key) {
        return with(Map.of("directory.access.admin-key", key));
    }

    @Test
    void aShortKeyKeepsTheServerFromStarting() {
        for (var key : new String[] {"secret", "x".repeat(19), " ".repeat(20) + "x"}) {
            var refused = assertThrows(IllegalStateException.class, () -> with(key));
            assertEquals(
                    "directory.access.admin-key must have at least 20 characters, has "
                            + key.strip().length(),
                    refused.getMessage());
        }
    }

    @Test
    void twentyCharactersAreEnough() {
        assertTrue(with("x".repeat(20)).is("x".repeat(20)));
        assertFalse(with("x".repeat(20)).is("x".repeat(21)));
    }

    @Test
    void withoutOneNothingIsTheOperators() {
        assertFalse(with(Map.of()).is(""));
        assertFalse(with("  ").is("  "));
    }
}
