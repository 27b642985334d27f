package org.nowrongdoor.search.lucene;

import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Gathers which fields a query asks of, what must not be found included. */
final class FieldCollectingVisitor extends QueryVisitor {

    private final Set<String> asked = new HashSet<>();

    Set<String> asked() {
        return asked;
    }

    @Override
    public boolean acceptField(String field) {
        asked.add(field);
        return false;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
        return this;
    }
}
