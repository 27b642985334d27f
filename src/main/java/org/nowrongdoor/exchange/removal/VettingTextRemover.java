package org.nowrongdoor.exchange.removal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Cuts out of vetting files the texts and the evidence that tell what is removed. The answer or the concern itself stays:
 *  its organisation is not to make it go by hiding a place. */
final class VettingTextRemover {

    private static final String WITHHELD = "[text withheld]";

    /** A table and the columns of it that are texts. */
    private record Texts(String table, List<String> columns) {}

    private static final List<Texts> ALL = List.of(
            new Texts("vetting_answer", List.of("as_stated")), new Texts("vetting_concern", List.of("says", "reply")));

    private VettingTextRemover() {}

    static void forget(Connection connection, Removal removal) throws SQLException {
        for (var texts : ALL) {
            for (var column : texts.columns) {
                var select = "select ticket, 0, " + column + ", organization_id from " + texts.table + " where "
                        + column + " is not null";
                for (var told : told(connection, select, removal)) {
                    var update = "update " + texts.table + " set " + column + " = '" + WITHHELD + "' where ticket = ?";
                    run(connection, update, told.ticket);
                }
            }
            var select = "select ticket, (item.no - 1)::int, item.source::text, organization_id from " + texts.table
                    + ", jsonb_array_elements(evidence) with ordinality as item (source, no)"
                    + " order by ticket, item.no desc";
            // The last first: the places of those before it stay.
            for (var told : told(connection, select, removal)) {
                var update = "update " + texts.table + " set evidence = evidence - " + told.place + " where ticket = ?";
                run(connection, update, told.ticket);
            }
        }
    }

    /** A text of a row.
     *  @param place in the row's evidence, from 0 */
    private record Told(long ticket, int place) {}

    private static List<Told> told(Connection connection, String select, Removal removal) throws SQLException {
        var told = new ArrayList<Told>();
        try (var statement = connection.prepareStatement(select);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (removal.isToldOf(rows.getObject(4, UUID.class), rows.getString(3))) {
                    told.add(new Told(rows.getLong(1), rows.getInt(2)));
                }
            }
        }
        return told;
    }

    private static void run(Connection connection, String update, long ticket) throws SQLException {
        try (var statement = connection.prepareStatement(update)) {
            statement.setLong(1, ticket);
            statement.executeUpdate();
        }
    }
}
