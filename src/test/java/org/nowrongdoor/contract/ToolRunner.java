package org.nowrongdoor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the tools of {@code src/test/clients}, as other people's builds run them on our contract. */
public final class ToolRunner {

    public static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    public static final Path CONTRACT = Path.of("openapi/openapi.yaml").toAbsolutePath();
    private static final int MINUTES = 5;

    private ToolRunner() {}

    /** Skips the tests of a class, which a build for others does not let pass, where the tools are not installed. */
    public static void assumeInstalled() {
        assumeTrue(
                Files.isDirectory(CLIENTS.resolve("node_modules")),
                "SKIPPED: no tool reads the contract; run npm ci --prefix src/test/clients");
    }

    /** What a tool of npm says, which has to end well. */
    public static String npx(String... command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of("npx", "--no-install"));
        whole.addAll(List.of(command));
        return run(whole);
    }

    /** What a command says, run in the folder of the tools; it has to end well. */
    public static String run(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("tool", ".txt");
        var process = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        process.waitFor();
        var said = Files.readString(output);
        Files.delete(output);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + " says:\n" + said);
        return said;
    }
}
