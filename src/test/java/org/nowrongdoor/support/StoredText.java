package org.nowrongdoor.support;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Every table of the directory as one text, to look for what must not be in it. */
public final class StoredText {

    private static final List<String> RECORDS = List.of(
            "service",
            "organization",
            "location",
            "service_at_location",
            "taxonomy",
            "taxonomy_term",
            "history",
            "change_log");

    private static final List<String> REPORTS = List.of("import_run", "import_finding", "policy_proposal");

    private StoredText() {}

    /** Every table that this room writes. */
    public static String of(DataSource source) {
        return records(source) + read(source, REPORTS);
    }

    /** The records with their history. */
    public static String records(DataSource source) {
        return read(source, RECORDS);
    }

    private static String read(DataSource source, List<String> tables) {
        var text = new StringBuilder();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : tables) {
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
