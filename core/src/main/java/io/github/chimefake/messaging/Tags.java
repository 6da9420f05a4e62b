package io.github.chimefake.messaging;

import java.util.List;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

/** Tags in the form the state keeps them. */
final class Tags {
    private Tags() {}

    static TreePMap<String, String> of(List<Tag> tags) {
        TreePMap<String, String> map = TreePMap.empty();
        for (Tag tag : tags) {
            map = map.plus(tag.key(), tag.value());
        }
        return map;
    }
}
