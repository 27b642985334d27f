package org.nowrongdoor.exchange.removal;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes what a batch removes out of every {@link TextStore}, in the transaction of the batch: it is done wholly or not at
 *  all, whatever happens to the process. */
@Singleton
public class TextRemover {

    private static final String TOLD = "select id, previous, replacement from history where entity = ? and id = any(?)"
            + " and (previous is not null or replacement is not null)";

    /** Marks every row that is gone, and every row whose history holds what is removed, as to be forgotten. Call it before
     *  the rows, their history and the change log are written. */
    public void mark(Connection connection, UnitOfWork stored) throws SQLException {
        var removal = Removal.of(stored);
        for (var related : removal.mayTell.entrySet()) {
            var telling = telling(connection, related, removal);
            stored.list(related.getKey()).stream()
                    .filter(held -> telling.contains(held.id))
                    .forEach(held -> held.forgotten = true);
        }
    }

    /** Takes it away; call it when everything else of the batch is written. */
    public void forget(Connection connection, UnitOfWork stored) throws SQLException {
        var removal = Removal.of(stored);
        for (var store : TextStore.values()) {
            store.forget(connection, removal);
        }
    }

    private static Set<UUID> telling(
            Connection connection, Map.Entry<ChangedEntity, List<UUID>> related, Removal removal) throws SQLException {
        var found = new HashSet<UUID>();
        if (removal.text.isEmpty()) {
            return found;
        }
        try (var statement = connection.prepareStatement(TOLD)) {
            statement.setString(1, related.getKey().wire());
            statement.setArray(
                    2, connection.createArrayOf("uuid", related.getValue().toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    if (!found.contains(id) && removal.text.isIn(rows.getString(2) + "\n" + rows.getString(3))) {
                        found.add(id);
                    }
                }
            }
        }
        return found;
    }
}
