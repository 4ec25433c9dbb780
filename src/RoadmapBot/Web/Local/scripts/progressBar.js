/** Teams' ProgressBar, which the open renderer does not know: `value` of `max`. */
export function registerProgressBar(AC) {
  class ProgressBar extends AC.CardElement {
    static valueProperty = new AC.NumProperty(AC.Versions.v1_0, "value", 0);
    static maxProperty = new AC.NumProperty(AC.Versions.v1_0, "max", 100);

    getJsonTypeName() {
      return "ProgressBar";
    }

    internalRender() {
      const bar = document.createElement("progress");
      bar.className = "progress-bar";
      bar.value = this.getValue(ProgressBar.valueProperty);
      bar.max = this.getValue(ProgressBar.maxProperty);
      bar.setAttribute("aria-label", "Progress");
      return bar;
    }
  }

  AC.GlobalRegistry.elements.register("ProgressBar", ProgressBar);
}
