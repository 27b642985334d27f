package org.nowrongdoor.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeyTest {

    @Test
    void equalValuesAreInTheOrderOfTheIndex() {
        // The index keeps the halves of an id as long numbers: what begins with 8 to f is negative and comes first.
        var inOrder = Stream.of(
                        "80000000-0000-4000-8000-000000000000",
                        "ffffffff-0000-4000-8000-000000000000",
                        "00000000-0000-4000-8000-000000000000",
                        "00000000-0000-4000-bfff-ffffffffffff",
                        "00000000-0000-4000-0000-000000000000",
                        "7fffffff-0000-4000-8000-000000000000")
                .map(id -> new SortKey(1, UUID.fromString(id)))
                .toList();
        var reversed = new ArrayList<>(inOrder);
        Collections.reverse(reversed);
        assertEquals(inOrder, reversed.stream().sorted().toList());
    }

    @Test
    void theValueCountsFirst() {
        var near = new SortKey(1, new UUID(9, 9));
        var far = new SortKey(2, new UUID(1, 1));
        assertEquals(List.of(near, far), Stream.of(far, near).sorted().toList());
    }
}
