package org.nowrongdoor.search;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.bench.FreshPostgres;
import org.nowrongdoor.bench.ImportPace;

/** An empty directory that is filled, alone and while it is asked. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(SearchBench.OwnData.class)
class ImportPaceBench {

    private static final Logger LOG = Logger.getLogger("bench");
    private static final int SERVICES = Integer.getInteger("bench.services", 10_000);
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "5"));
    private static final Path FOLDER = Path.of("target", "bench");

    @TestHTTPResource("/")
    URI server;

    @Test
    void measure() throws Exception {
        var table = new ImportPace(server, SearchBench.KEY, FOLDER, SERVICES, SECONDS).measure();
        LOG.info(table);
        Files.writeString(FOLDER.resolve("pace-" + SERVICES + ".md"), table);
    }
}
