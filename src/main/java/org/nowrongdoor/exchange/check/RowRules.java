package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;

/** What must hold between the members of each record of a row. Rules find something or nothing; they change nothing. */
public interface RowRules {

    /** For a row in which all of them have found nothing before. */
    RowRules NONE = (form, record, place, findings) -> {};

    /** Checks one record.
     *  @param form the class whose members it has */
    void check(Class<?> form, ObjectNode record, JsonPath place, Findings findings);
}
