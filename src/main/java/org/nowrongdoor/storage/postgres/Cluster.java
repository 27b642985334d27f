package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of one database: made once, refused when another major version of PostgreSQL made them. */
final class Cluster {

    private static final List<String> MADE_WITH = List.of(
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            // The password is 24 random bytes, which cannot be guessed: rounds that make guessing slow would only make
            // every connection slow, the first of a start most of all.
            "-c",
            "scram_iterations=1");

    private Cluster() {}

    /** Makes the cluster when there is none.
     *  @throws DatabaseStartException when the one there cannot be read by the programs we have */
    static void prepare(DataDirectory data, PostgresBinaries binaries, PostgresCommand launch)
            throws IOException, InterruptedException {
        if (Files.exists(data.cluster())) {
            refuseOtherVersion(data);
            return;
        }
        // initdb needs seconds; killed within them it must not leave something that looks like a database.
        var staging = data.root().resolve("postgres.new");
        Directories.delete(staging);
        var arguments = new ArrayList<>(List.of("-D", staging.toString(), "--pwfile=" + data.password()));
        arguments.addAll(MADE_WITH);
        launch.run(binaries.program("initdb"), arguments);
        Files.move(staging, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        DataDirectory.sync(data.root());
    }

    private static void refuseOtherVersion(DataDirectory data) throws IOException {
        var marker = data.cluster().resolve("PG_VERSION");
        if (!Files.exists(marker)) {
            throw new DatabaseStartException(
                    data.cluster() + " holds no PostgreSQL database; move it away, or choose another"
                            + " data directory with DIRECTORY_DATA");
        }
        var found = Files.readString(marker).strip();
        var ours = PostgresBinaries.majorVersion();
        if (!found.equals(ours)) {
            throw new DatabaseStartException("the database in " + data.cluster() + " was made by PostgreSQL " + found
                    + ", this release brings PostgreSQL " + ours + " and leaves it untouched; export it with the"
                    + " release that made it and import it here, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL "
                    + found);
        }
    }
}
