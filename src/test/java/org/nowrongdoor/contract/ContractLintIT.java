package org.nowrongdoor.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract as it is committed has no fault in the eyes of the tools that others use. */
class ContractLintIT {

    private static final Pattern WARNINGS = Pattern.compile("\\d+ warnings?\\b");

    @BeforeAll
    static void installed() {
        ToolRunner.assumeInstalled();
    }

    @Test
    void redoclySeesNoErrorAndNoWarning() throws IOException, InterruptedException {
        var said = ToolRunner.npx("redocly", "lint", "--extends=recommended-strict", ToolRunner.CONTRACT.toString());
        assertFalse(WARNINGS.matcher(said).find(), said);
    }

    @Test
    void spectralSeesNoErrorAndNoWarning() throws IOException, InterruptedException {
        ToolRunner.npx(
                "spectral", "lint", "--fail-severity=warn", "-r", "spectral.yaml", ToolRunner.CONTRACT.toString());
    }

    @Test
    void openapiGeneratorSeesNothingWrong() throws IOException, InterruptedException {
        ToolRunner.npx("openapi-generator-cli", "validate", "-i", ToolRunner.CONTRACT.toString());
    }
}
