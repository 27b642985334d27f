package org.nowrongdoor.exchange;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Every table of the directory as one text, to look for what must not be in it. */
final class StoreText {

    private static final List<String> TABLES = List.of(
            "service",
            "organization",
            "location",
            "service_at_location",
            "taxonomy_term",
            "history",
            "change_log",
            "import_run",
            "import_finding",
            "policy_proposal");

    private StoreText() {}

    static String of(DataSource source) {
        var text = new StringBuilder();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
            return text.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
