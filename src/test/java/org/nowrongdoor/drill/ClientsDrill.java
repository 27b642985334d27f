package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.contract.ToolRunner;
import org.nowrongdoor.storage.postgres.RunningServer;

/** Clients that four generators write from the contract compile and do what an app does first; what is said of a client
 *  is lost by none of them. */
class ClientsDrill {

    private static final String KEY = "admin-key-of-the-drill-0123456789";

    /** A shelter of the seed data for people of 18 and older. */
    private static final String SERVICE = "17f3ec42-a517-5c38-86b2-849714360daf";

    private static final List<String> SAID = List.of(
            "search unknown The Link - Passageways emergency shelter",
            "suggest need substance.naloxone",
            "preview not_eligible age",
            "refused 409 not-eligible true",
            "accepted requested",
            "empty 422 client-empty /client",
            "unknown 422 unprocessable /needs",
            "limited 429 too-many-requests");

    @TempDir
    static Path work;

    private static RunningServer server;

    @BeforeAll
    static void load() throws Exception {
        ToolRunner.assumeInstalled();
        server = RunningServer.onNewData()
                .property("directory.seed.on-start", "true")
                .property("directory.access.admin-key", KEY)
                .property("directory.access.anonymous-per-minute", "60");
        server.start().awaitReady();
        server.await("the seed data to be found", ClientsDrill::isFilled);
    }

    @AfterAll
    static void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static boolean isFilled() {
        try {
            return server.get("/services/" + SERVICE).statusCode() == 200
                    && server.get("/suggest?q=nar").body().contains("substance.naloxone");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void typescriptOfOpenapiGenerator() throws Exception {
        var folder = copy("typescript-fetch", "call.ts");
        generate("typescript-fetch", folder.resolve("generated"));
        callTypescript(folder);
    }

    @Test
    void typescriptOfHeyApi() throws Exception {
        var folder = copy("hey-api", "call.ts");
        ToolRunner.npx(
                "openapi-ts",
                "-i",
                ToolRunner.CONTRACT.toString(),
                "-o",
                folder.resolve("generated").toString());
        callTypescript(folder);
    }

    @Test
    void javaOfOpenapiGenerator() throws Exception {
        var folder = copy("java", "Call.java");
        generate(
                "java",
                folder,
                "--library",
                "native",
                "--additional-properties=openApiNullable=false,useJakartaEe=true");
        var classes = Files.createDirectories(folder.resolve("classes"));
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var bin = Path.of(System.getProperty("java.home"), "bin");
        var compile = new ArrayList<>(List.of(
                bin.resolve("javac").toString(), "-proc:none", "-nowarn", "-cp", path, "-d", classes.toString()));
        try (var sources = Files.walk(folder.resolve("src/main"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
        }
        compile.add(folder.resolve("Call.java").toString());
        ToolRunner.run(compile);
        var classPath = classes + System.getProperty("path.separator") + path;
        call(List.of(bin.resolve("java").toString(), "-cp", classPath, "Call"));
    }

    @Test
    void pythonOfOpenapiGenerator() throws Exception {
        assumeTrue(
                new ProcessBuilder(
                                        "python3",
                                        "-c",
                                        "import pydantic, dateutil, urllib3; assert pydantic.VERSION.startswith('2.')")
                                .start()
                                .waitFor()
                        == 0,
                "SKIPPED: no Python with pydantic 2, so the client in Python is not tried");
        var folder = copy("python", "call.py");
        generate("python", folder);
        call(List.of("python3", folder.resolve("call.py").toString()));
    }

    private static Path copy(String client, String file) throws IOException {
        var folder = Files.createDirectories(work.resolve(client));
        Files.copy(ToolRunner.CLIENTS.resolve(client).resolve(file), folder.resolve(file));
        return folder;
    }

    private static void generate(String language, Path into, String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                "openapi-generator-cli",
                "generate",
                "-i",
                ToolRunner.CONTRACT.toString(),
                "-g",
                language,
                "-o",
                into.toString()));
        command.addAll(List.of(options));
        ToolRunner.npx(command.toArray(String[]::new));
    }

    private static void callTypescript(Path folder) throws Exception {
        var types = ToolRunner.CLIENTS.resolve("node_modules/@types").toString();
        // noImplicitAny: what openapi-generator writes for a member that is required and may be null asks an object for
        // a name that is not in its type.
        ToolRunner.npx(
                "tsc",
                "--strict",
                "--noImplicitAny",
                "false",
                "--skipLibCheck",
                "--target",
                "es2022",
                "--module",
                "commonjs",
                "--moduleResolution",
                "node10",
                "--lib",
                "es2022,dom",
                "--typeRoots",
                types,
                "--types",
                "node",
                "--outDir",
                folder.resolve("out").toString(),
                folder.resolve("call.ts").toString());
        call(List.of("node", folder.resolve("out/call.js").toString()));
    }

    private static void call(List<String> client) throws Exception {
        var command = new ArrayList<>(client);
        var address = server.uri("/").toString();
        command.addAll(List.of(address.substring(0, address.length() - 1), KEY, SERVICE));
        assertEquals(SAID, ToolRunner.run(command).lines().toList());
    }
}
