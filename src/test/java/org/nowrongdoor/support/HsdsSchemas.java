package org.nowrongdoor.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The HSDS 3.2 schemas and examples where the build finds them; anyone who needs them skips loudly elsewhere. */
public final class HsdsSchemas {

    private static final Path HSDS = Path.of(System.getProperty("hsds.dir", "../shared/hsds"));

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private HsdsSchemas() {}

    static void assumePresent() {
        boolean present = Files.isRegularFile(HSDS.resolve("schema/service.json"));
        if (!present) {
            System.err.println("SKIPPED: no HSDS schemas in " + HSDS.toAbsolutePath() + "; set -Dhsds.dir=…");
        }
        assumeTrue(present, "no HSDS schemas in " + HSDS.toAbsolutePath() + "; set -Dhsds.dir=…");
    }

    public static String example(String name) {
        assumePresent();
        try {
            return Files.readString(HSDS.resolve("examples").resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the record is valid by the schema of that name, formats included. */
    public static void assertValid(String schema, JsonNode record) {
        assumePresent();
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var location = SchemaLocation.of(
                HSDS.resolve("schema").resolve(schema + ".json").toUri().toString());
        assertEquals(Set.of(), FACTORY.getSchema(location, config).validate(record), record::toPrettyString);
    }
}
