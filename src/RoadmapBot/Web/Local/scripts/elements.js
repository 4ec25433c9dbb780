/** Elements that the open renderer lacks, or draws otherwise than Teams. */
export function registerElements(AC) {
  /** `value` of `max`, as a thin bar. */
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

  /** The open renderer takes a number that is left empty for one out of its limits. */
  class NumberInput extends AC.NumberInput {
    isValid() {
      return this.isSet() ? super.isValid() : !this.isRequired;
    }
  }

  AC.GlobalRegistry.elements.register("ProgressBar", ProgressBar);
  AC.GlobalRegistry.elements.register("Input.Number", NumberInput);
}
